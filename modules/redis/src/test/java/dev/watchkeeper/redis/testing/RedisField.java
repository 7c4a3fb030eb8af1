package dev.watchkeeper.redis.testing;

import dev.watchkeeper.lab.process.LabFolder;
import dev.watchkeeper.lab.servers.Executables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Room for Redis servers of one test, all gone when it is closed. */
public final class RedisField implements AutoCloseable {
    private static final Path DEBIAN = Path.of("/usr/bin/redis-server");

    private final LabFolder folder;
    private final Path executable;
    private final List<OwnRedis> servers = new CopyOnWriteArrayList<>();

    private RedisField(LabFolder folder, Path executable) {
        this.folder = folder;
        this.executable = executable;
    }

    /** Redis 6.2, as the lab has it. */
    public static RedisField ofTheLab() throws IOException {
        LabFolder folder = LabFolder.create();
        return new RedisField(folder, Executables.forLab(folder).redis());
    }

    /** Redis 7 or what else Debian has installed. */
    public static RedisField ofDebian() throws IOException {
        return new RedisField(LabFolder.create(), DEBIAN);
    }

    /** For JUnit's {@code @EnabledIf}. */
    public static boolean hasDebian() {
        return Files.isExecutable(DEBIAN);
    }

    public Path path() {
        return folder.path();
    }

    /** @param settings lines of {@code redis.conf} */
    public OwnRedis server(String name, String... settings) throws IOException {
        return start(new OwnRedis(folder, executable, name, List.of(settings), false));
    }

    public OwnRedis replica(String name, OwnRedis of, String... settings) throws IOException {
        List<String> all = new java.util.ArrayList<>(List.of(settings));
        all.add("replicaof 127.0.0.1 " + of.port());
        return start(new OwnRedis(folder, executable, name, all, false));
    }

    /**
     * A sentinel that watches the primary as {@code cache}.
     *
     * @param patience after which it takes it for down, in milliseconds
     */
    public OwnRedis sentinel(String name, OwnRedis primary, int patience, String... settings) throws IOException {
        List<String> all = new java.util.ArrayList<>(List.of(
                "sentinel monitor cache 127.0.0.1 " + primary.port() + " 2",
                "sentinel down-after-milliseconds cache " + patience,
                "sentinel failover-timeout cache 6000"));
        all.addAll(List.of(settings));
        return start(new OwnRedis(folder, executable, name, all, true));
    }

    private OwnRedis start(OwnRedis server) throws IOException {
        servers.add(server);
        server.start();
        return server;
    }

    @Override
    public void close() throws IOException {
        for (OwnRedis server : servers) {
            server.kill();
        }
        folder.close();
    }
}
