package dev.watchkeeper.app.reports;

import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.redis.clients.ClientKind;
import dev.watchkeeper.redis.clients.ClientList;
import dev.watchkeeper.redis.info.ServerInfo;

/** What is the matter with a Redis server, in one sentence. */
public final class RedisSentences {
    private RedisSentences() {}

    /** {@code 12 of 10,000 clients; 2 blocked; 1 in MULTI; they take 1.2 MB}. */
    public static String of(Snapshot<ClientList> snapshot) {
        ClientList list = snapshot.value();
        long count = list.clients().size();
        String all = list.max() == 0
                ? Sizes.of(count, "client", "clients")
                : Sizes.count(count) + " of " + Sizes.of(list.max(), "client", "clients");
        long blocked = list.count(ClientKind.BLOCKED);
        long inMulti = list.count(ClientKind.TRANSACTION);
        return all
                + (blocked == 0 ? "; none blocked" : "; " + Sizes.count(blocked) + " blocked")
                + (inMulti == 0 ? "" : "; " + Sizes.count(inMulti) + " in MULTI")
                + "; they take " + Sizes.bytes(list.bytes());
    }

    /** {@code 212 MB of 256 MB used, allkeys-lru; 12,040 keys; 1,204 ops/s}. */
    public static String ofInfo(Snapshot<ServerInfo> snapshot) {
        ServerInfo info = snapshot.value();
        ServerInfo.Memory memory = info.memory();
        String used = Sizes.bytes(memory.used())
                + (memory.max() == 0
                        ? " used, no limit"
                        : " of " + Sizes.bytes(memory.max()) + " used, " + memory.policy());
        return used + trouble(info) + "; " + Sizes.of(info.keys(), "key", "keys") + "; "
                + Sizes.count(info.traffic().opsPerSecond()) + " ops/s";
    }

    private static String trouble(ServerInfo info) {
        ServerInfo.Memory memory = info.memory();
        Double share = memory.share();
        if (share != null && share >= 1 && memory.refusesWhenFull()) {
            return "; full: writes are refused";
        }
        if (!info.persistence().lastSaveOk()) {
            return "; the last save failed";
        }
        return info.persistence().aofOk() ? "" : "; the AOF can't be written";
    }
}
