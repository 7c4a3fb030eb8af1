package dev.watchkeeper.redis.commandstats;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.redis.connect.Answered;
import dev.watchkeeper.redis.connect.RedisServer;
import dev.watchkeeper.redis.text.InfoText;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** What was done since the last look; the first time, over a while that it waits. */
public final class CommandsProbe implements Probe<CommandWork> {
    private final RedisServer server;
    private final Duration first;
    private Optional<CommandReading> last = Optional.empty();

    /** @param first how long it measures the first time */
    public CommandsProbe(RedisServer server, Duration first) {
        this.server = server;
        this.first = first;
    }

    private record Look(CommandReading reading, ServerVersion version, Cost cost) {}

    @Override
    public String name() {
        return "commands";
    }

    @Override
    public Snapshot<CommandWork> read() throws FaultException {
        CommandReading before = last.isPresent() ? last.get() : begin();
        Look look = look();
        last = Optional.of(look.reading());
        return new Snapshot<>(
                CommandWork.between(before, look.reading()), look.reading().at(), look.version(), look.cost());
    }

    private CommandReading begin() throws FaultException {
        CommandReading begun = look().reading();
        long until = System.nanoTime() + first.toNanos();
        for (long left = first.toNanos(); left > 0; left = until - System.nanoTime()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new FaultException(FaultKind.CONFLICT, "measuring was broken off", "");
            }
            LockSupport.parkNanos(left);
        }
        return begun;
    }

    private Look look() throws FaultException {
        return server.probe(connected -> {
            Answered answered = connected.timed("INFO", "all");
            CommandReading reading =
                    ReadingText.read(InfoText.parse(answered.reply().text()), answered.at());
            return new Look(reading, connected.version(), answered.cost());
        });
    }
}
