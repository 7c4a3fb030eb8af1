package dev.watchkeeper.redis.info;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.redis.connect.Answered;
import dev.watchkeeper.redis.connect.RedisServer;
import dev.watchkeeper.redis.text.InfoText;

/** How the server is, by {@code INFO}. */
public final class InfoProbe implements Probe<ServerInfo> {
    private final RedisServer server;

    public InfoProbe(RedisServer server) {
        this.server = server;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Snapshot<ServerInfo> read() throws FaultException {
        return server.probe(connected -> {
            Answered answered = connected.timed("INFO");
            ServerInfo info = InfoReader.read(InfoText.parse(answered.reply().text()));
            return new Snapshot<>(info, answered.at(), connected.version(), answered.cost());
        });
    }
}
