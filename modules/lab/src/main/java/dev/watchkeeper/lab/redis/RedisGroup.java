package dev.watchkeeper.lab.redis;

import dev.watchkeeper.lab.member.MemberRole;
import dev.watchkeeper.lab.process.LabFolder;
import dev.watchkeeper.lab.process.Parallel;
import dev.watchkeeper.lab.process.Patience;
import dev.watchkeeper.lab.servers.Executables;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A Redis primary, its replica, and three sentinels that watch them. */
public final class RedisGroup {
    /** The name under which the sentinels know the primary. */
    public static final String MASTER_NAME = "shop-cache";

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final List<String> SERVER =
            List.of("save \"\"", "appendonly no", "repl-diskless-sync yes", "repl-diskless-sync-delay 0");

    private final LabFolder lab;
    private final Executables executables;
    private final List<RedisServer> members = new CopyOnWriteArrayList<>();

    public RedisGroup(LabFolder lab, Executables executables) {
        this.lab = lab;
        this.executables = executables;
    }

    /** Starts all five, and returns when the sentinels know of one another and of the replica. */
    public void start(Consumer<String> progress) throws IOException, SQLException {
        RedisServer primary = member("redis-1", MemberRole.REDIS_PRIMARY, SERVER);
        primary.start();
        RedisServer replica = member(
                "redis-2",
                MemberRole.REDIS_REPLICA,
                Stream.concat(SERVER.stream(), Stream.of("replicaof 127.0.0.1 " + primary.port()))
                        .toList());
        replica.start();
        Patience.until(
                LIMIT,
                "the Redis replica follows",
                () -> replica.ask("INFO replication").contains("master_link_status:up"));
        progress.accept("redis-1 on port %d, its replica on port %d".formatted(primary.port(), replica.port()));
        List<RedisServer> sentinels = List.of(sentinel(1, primary), sentinel(2, primary), sentinel(3, primary));
        Parallel.all(sentinels.stream()
                .map(sentinel -> (Parallel.Step) sentinel::start)
                .toList());
        Patience.until(LIMIT, "the sentinels agree", () -> agree(sentinels, primary.port()));
        progress.accept("three sentinels watch " + MASTER_NAME);
    }

    /** The primary, the replica, the sentinels. */
    public List<RedisServer> members() {
        return List.copyOf(members);
    }

    /** Those of one role. */
    public List<RedisServer> members(MemberRole role) {
        return members.stream().filter(member -> member.member().role() == role).toList();
    }

    public void stop() throws IOException, SQLException {
        Parallel.all(
                members.stream().map(member -> (Parallel.Step) member::stop).toList());
    }

    private RedisServer sentinel(int number, RedisServer primary) throws IOException {
        return member(
                "sentinel-" + number,
                MemberRole.REDIS_SENTINEL,
                List.of(
                        "sentinel monitor %s 127.0.0.1 %d 2".formatted(MASTER_NAME, primary.port()),
                        "sentinel down-after-milliseconds %s 3000".formatted(MASTER_NAME),
                        "sentinel failover-timeout %s 10000".formatted(MASTER_NAME)));
    }

    private RedisServer member(String name, MemberRole role, List<String> settings) throws IOException {
        RedisServer member = new RedisServer(lab, executables.redis(), name, role, settings);
        members.add(member);
        return member;
    }

    private static boolean agree(List<RedisServer> sentinels, int port) throws IOException {
        for (RedisServer sentinel : sentinels) {
            String info = sentinel.ask("INFO sentinel");
            if (!info.contains("status=ok,address=127.0.0.1:%d,slaves=1,sentinels=3".formatted(port))) {
                return false;
            }
        }
        return true;
    }
}
