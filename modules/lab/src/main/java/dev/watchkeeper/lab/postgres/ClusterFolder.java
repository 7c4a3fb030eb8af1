package dev.watchkeeper.lab.postgres;

import dev.watchkeeper.lab.process.Folders;
import dev.watchkeeper.lab.process.LabFolder;
import dev.watchkeeper.lab.process.ServerProcess;
import dev.watchkeeper.lab.servers.PostgresCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The data folder of one PostgreSQL cluster that is not running yet, and its log beside it. */
final class ClusterFolder {
    private static final Duration INITDB_LIMIT = Duration.ofMinutes(2);
    private static final List<String> OWN_HBA = List.of(
            "local all all trust", "host all all 127.0.0.1/32 trust", "host replication all 127.0.0.1/32 trust");

    private final LabFolder lab;
    private final Path home;

    private ClusterFolder(LabFolder lab, Path home) {
        this.lab = lab;
        this.home = home;
    }

    /** Makes a new cluster, with a system identifier of its own. */
    static ClusterFolder init(LabFolder lab, PostgresCommands commands, String name) throws IOException {
        ClusterFolder folder = make(lab, name);
        List<String> command = new ArrayList<>(lab.privileges().prefix());
        command.addAll(List.of(
                commands.initdb().toString(),
                "--pgdata=" + folder.data(),
                "--username=postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync"));
        ServerProcess.start(lab, name + "-initdb", command, folder.log()).expectSuccess(INITDB_LIMIT);
        return folder;
    }

    /**
     * Copies a cluster that was made and never started: since it was shut down cleanly, the copy is as good as a base
     * backup, and can follow the original as soon as that runs.
     */
    ClusterFolder copy(String name) throws IOException {
        ClusterFolder copy = make(lab, name);
        Folders.copy(data(), copy.data());
        return copy;
    }

    private static ClusterFolder make(LabFolder lab, String name) throws IOException {
        Path home = Files.createDirectory(lab.path().resolve(name));
        lab.privileges().handOver(home);
        return new ClusterFolder(lab, home);
    }

    Path data() {
        return home.resolve("data");
    }

    Path log() {
        return home.resolve("server.log");
    }

    /** Writes what the server is to be told; the last word on a setting counts. */
    void configure(Map<String, String> settings, ServerConfig wishes) throws IOException {
        append("postgresql.conf", lines(settings) + lines(wishes.settings()));
        List<String> hba = new ArrayList<>(wishes.hba());
        hba.addAll(OWN_HBA);
        Files.writeString(data().resolve("pg_hba.conf"), String.join("\n", hba) + "\n");
        for (Map.Entry<String, String> file : wishes.files().entrySet()) {
            secret(data().resolve(file.getKey()), file.getValue());
        }
        lab.privileges().handOver(data());
    }

    /** Makes it a standby of the server that the connection string names. */
    void follow(String primaryConninfo, String slot) throws IOException {
        append("postgresql.conf", lines(Map.of("primary_conninfo", primaryConninfo, "primary_slot_name", slot)));
        Files.createFile(data().resolve("standby.signal"));
        lab.privileges().handOver(data());
    }

    private void append(String file, String text) throws IOException {
        Files.writeString(data().resolve(file), "\n" + text, StandardOpenOption.APPEND);
    }

    private static void secret(Path file, String content) throws IOException {
        Files.writeString(file, content);
        file.toFile().setReadable(false, false);
        file.toFile().setReadable(true, true);
    }

    private static String lines(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> "%s = '%s'%n"
                        .formatted(setting.getKey(), setting.getValue().replace("'", "''")))
                .collect(Collectors.joining());
    }
}
