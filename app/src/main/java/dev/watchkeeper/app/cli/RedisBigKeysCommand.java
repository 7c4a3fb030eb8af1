package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.redis.connect.RedisServer;
import dev.watchkeeper.redis.keys.Budget;
import dev.watchkeeper.redis.keys.KeySample;
import dev.watchkeeper.redis.keys.KeySampleProbe;
import dev.watchkeeper.redis.keys.KeySampler;
import dev.watchkeeper.redis.topology.Replicas;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code watchkeeper redis-bigkeys}. */
@Command(
        name = "redis-bigkeys",
        header = "Looks which keys of a Redis are big, in small steps with pauses between.",
        description = {
            "",
            "Goes through some of the keys with SCAN and asks what each takes (MEMORY USAGE). It keeps one core of the"
                    + " server busy a quarter of the time at most. What is said of all keys is an estimate, and said to"
                    + " be one.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  watchkeeper redis-bigkeys --on redis://cache-1/0",
            "  watchkeeper redis-bigkeys --on sessions --sample 200000 --for 5min --replica --format json"
        })
final class RedisBigKeysCommand implements Callable<Integer> {
    private final Setting setting;

    @Spec
    private CommandSpec spec;

    @Option(names = "--on", required = true, paramLabel = "TARGET", description = "a Redis; its database is looked at")
    private String on;

    @Option(names = "--sample", paramLabel = "N", defaultValue = "20000", description = "keys at most (default: 20000)")
    private long sample;

    @Option(
            names = "--for",
            paramLabel = "SPAN",
            defaultValue = "30s",
            converter = SpanConverter.class,
            description = "time at most (default: 30s)")
    private Duration time;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "20",
            description = "keys and patterns to show (default: 20)")
    private int top;

    @Option(names = "--replica", description = "ask one of its replicas instead, to spare the primary")
    private boolean replica;

    @Option(names = "--format", description = "table, json or csv (default: table)", defaultValue = "table")
    private Format format;

    RedisBigKeysCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() throws FaultException {
        if (sample < 1 || top < 1) {
            throw new ParameterException(spec.commandLine(), "--sample and --top are at least 1");
        }
        try (Workbench bench = setting.workbench()) {
            Target target = bench.resolve(on);
            if (target.endpoint().engine() != Engine.REDIS) {
                throw new FaultException(
                        FaultKind.BAD_INPUT,
                        target.name() + " is " + target.endpoint().engine().title() + ", not Redis",
                        "Name a Redis by its saved name or as redis://host:port/database");
            }
            Budget budget = Budget.USUAL.withKeys(sample).withTime(time);
            Snapshot<KeySample> seen = Entrance.through(
                    bench, target, () -> new KeySampleProbe(asked(bench, target), budget, this::tell).read());
            TickWriter.of(format, setting.console()).fresh(new BigKeysOutput(top), target, seen);
            return Exit.DONE;
        }
    }

    private RedisServer asked(Workbench bench, Target target) throws FaultException {
        if (!replica) {
            return bench.redis(target);
        }
        HostPort address = Replicas.online(bench.redis(target)).stream()
                .findFirst()
                .orElseThrow(() -> new FaultException(
                        FaultKind.CONFLICT, target.name() + " has no replica that is online", "Leave --replica out"));
        return bench.redisBeside(target, address);
    }

    /** Only to somebody who sits there. */
    private void tell(KeySampler.Progress progress) {
        if (setting.console().person().isPresent()) {
            setting.console()
                    .note("\r" + Sizes.count(progress.looked()) + " of " + Sizes.of(progress.wanted(), "key", "keys"));
        }
    }
}
