package dev.watchkeeper.backup.site;

import dev.watchkeeper.lab.debian.DebianTools;
import dev.watchkeeper.lab.process.LabFolder;
import dev.watchkeeper.lab.process.Patience;
import dev.watchkeeper.lab.process.ServerProcess;
import dev.watchkeeper.lab.testing.Debian;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A server that archives into a folder, by a script to which other archives can be added. All of it runs as postgres, as
 * these tools want it, if the test runs as root. Used by one thread.
 */
public final class BackupSite implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final LabFolder lab;
    private final Path root;
    private final List<String> user;
    private final Map<Path, ServerProcess> servers = new HashMap<>();
    private final int port;

    private BackupSite(LabFolder lab) throws IOException {
        this.lab = lab;
        this.port = lab.ports().next();
        boolean isRoot = Files.getAttribute(lab.path(), "unix:uid") instanceof Integer uid && uid == 0;
        this.user = isRoot ? List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups") : List.of();
        this.root = Files.createDirectory(lab.path().resolve("site"));
        if (isRoot) {
            exec(List.of("chmod", "711", lab.path().toString()));
            exec(List.of("chown", "postgres", root.toString()));
        }
    }

    /**
     * Starts one.
     *
     * @param segmentMegabytes the size of WAL segments
     */
    public static BackupSite start(int segmentMegabytes) throws IOException, SQLException {
        Debian.needs("initdb", "postgres", "psql", "pg_basebackup", "setpriv");
        BackupSite site = new BackupSite(LabFolder.create());
        try {
            site.tool("initdb", "-D", site.data().toString(), "-A", "trust", "--wal-segsize=" + segmentMegabytes);
            site.folder("wal");
            site.write("archive-for-pgbackrest.sh", "#!/bin/sh\nset -e\n");
            site.run("chmod", "755", site.path("archive-for-pgbackrest.sh").toString());
            site.archiveBy("cp \"$1\" '" + site.path("wal") + "'/.\"$2\" && mv '" + site.path("wal") + "'/.\"$2\" '"
                    + site.path("wal") + "'/\"$2\"");
            site.settings(site.data(), site.port);
            site.startServer(site.data(), site.port);
            return site;
        } catch (IOException | SQLException | RuntimeException e) {
            site.close();
            throw e;
        }
    }

    /** Where the server's data is. */
    public Path data() {
        return root.resolve("data");
    }

    public int port() {
        return port;
    }

    /** A place in the site's folder. */
    public Path path(String name) {
        return root.resolve(name);
    }

    /** Makes a folder in it. */
    public Path folder(String name) throws IOException {
        run("mkdir", "-p", path(name).toString());
        return path(name);
    }

    /** Writes a file in it. */
    public Path write(String name, String text) throws IOException {
        Path file = path(name);
        boolean fresh = !Files.exists(file);
        Files.writeString(file, text);
        if (fresh && !user.isEmpty()) {
            exec(List.of("chown", "postgres", file.toString()));
        }
        return file;
    }

    /** Adds to what is done with a full segment: {@code $1} is its path, {@code $2} its name. */
    public void archiveBy(String command) throws IOException {
        Files.writeString(path("archive-for-pgbackrest.sh"), command + "\n", StandardOpenOption.APPEND);
    }

    /** Lets a folder of data be one of the site's, which archives. */
    public void settings(Path data, int serverPort) throws IOException {
        Files.writeString(
                data.resolve("postgresql.conf"),
                """
                port=%d
                listen_addresses='127.0.0.1'
                unix_socket_directories='%s'
                archive_mode=on
                archive_command='%s %%p %%f'
                wal_level=replica
                max_wal_senders=5
                fsync=off
                timezone=UTC
                log_timezone=UTC
                """.formatted(serverPort, root, path("archive-for-pgbackrest.sh")),
                StandardOpenOption.APPEND);
    }

    /** Starts another server of the site; returns as soon as it answers, or has ended. */
    public boolean startServer(Path data, int serverPort) throws IOException, SQLException {
        List<String> command = new ArrayList<>(user);
        command.addAll(List.of(DebianTools.find("postgres").orElseThrow().toString(), "-D", data.toString()));
        Path log = lab.path().resolve(data.getFileName() + ".log");
        ServerProcess server = ServerProcess.start(lab, data.getFileName().toString(), command, log);
        servers.put(data, server);
        Patience.until(LIMIT, "the server answers", () -> !server.isAlive() || answers(serverPort));
        return server.isAlive();
    }

    public void stopServer(Path data) throws IOException {
        ServerProcess server = servers.remove(data);
        if (server != null) {
            server.stop(LIMIT);
        }
    }

    /** What a server of the site said. */
    public String log(Path data) throws IOException {
        return Files.readString(lab.path().resolve(data.getFileName() + ".log"));
    }

    /** Another free port. */
    public int freePort() throws IOException {
        return lab.ports().next();
    }

    private boolean answers(int serverPort) {
        try {
            return sql(serverPort, "select pg_is_in_recovery()").equals("f");
        } catch (IOException notYet) {
            return false;
        }
    }

    public String sql(String statement) throws IOException {
        return sql(port, statement);
    }

    public String sql(int serverPort, String statement) throws IOException {
        return tool(
                        "psql",
                        "-XqAt",
                        "-h",
                        root.toString(),
                        "-p",
                        Integer.toString(serverPort),
                        "-U",
                        "postgres",
                        "-c",
                        statement,
                        "postgres")
                .strip();
    }

    /** Begins a new segment, and waits until the one before it is archived. */
    public void switchWal() throws IOException, SQLException {
        switchWal(port);
    }

    /** The same on another server. */
    public void switchWal(int serverPort) throws IOException, SQLException {
        sql(serverPort, "create table if not exists moves (n int)");
        sql(serverPort, "insert into moves values (1)");
        String segment = segment(serverPort);
        sql(serverPort, "select pg_switch_wal()");
        Patience.until(LIMIT, segment + " is archived", () -> isArchived(serverPort, segment));
    }

    /** The segment that is being written. */
    public String segment(int serverPort) throws IOException {
        return sql(serverPort, "select pg_walfile_name(pg_current_wal_insert_lsn())");
    }

    private boolean isArchived(int serverPort, String segment) {
        try {
            return sql(
                            serverPort,
                            "select coalesce(max(last_archived_wal), '') >= '" + segment
                                    + "' from pg_stat_archiver where last_archived_wal !~ 'history|backup'")
                    .equals("t");
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Runs one of PostgreSQL's tools to its end, as the site's user. */
    public String tool(String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(DebianTools.find(name).orElseThrow().toString());
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    /** Runs a command to its end, as the site's user, and returns what it printed. */
    public String run(String... words) throws IOException {
        List<String> command = new ArrayList<>(user);
        command.addAll(List.of(words));
        return exec(command);
    }

    private String exec(List<String> command) throws IOException {
        Path errors = lab.path().resolve("errors");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(lab.path().toFile()).redirectError(errors.toFile());
        builder.environment().keySet().removeIf(key -> key.startsWith("PG"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("HOME", lab.path().toString());
        Process process = builder.start();
        process.getOutputStream().close();
        try (InputStream out = process.getInputStream()) {
            String printed = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + ": " + printed + Files.readString(errors));
            }
            return printed;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            for (Path data : List.copyOf(servers.keySet())) {
                stopServer(data);
            }
        } finally {
            lab.close();
        }
    }
}
