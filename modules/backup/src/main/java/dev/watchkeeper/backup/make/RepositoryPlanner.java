package dev.watchkeeper.backup.make;

import dev.watchkeeper.hosts.ShellWords;
import dev.watchkeeper.hosts.jobs.JobOrder;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.BackupSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans backups by the tools that keep a repository of their own: they know the server from their configuration. */
final class RepositoryPlanner {
    private final Occasion occasion;

    RepositoryPlanner(Occasion occasion) {
        this.occasion = occasion;
    }

    BackupPlan pgBackRest(BackupSource.PgBackRest source, String type) throws FaultException {
        Tool tool = Tools.on(occasion.host(), "pgbackrest").require("pgbackrest", "the package pgbackrest");
        String stanza = named(source.stanza(), "stanza");
        List<String> typed = new ArrayList<>(List.of("pgbackrest", "--stanza=" + stanza));
        source.config().ifPresent(file -> typed.add("--config=" + file));
        typed.addAll(List.of("--type=" + type, "backup"));
        String task = proof(source)
                .set("stanza", stanza)
                .set("config", source.config().orElse(""))
                .set("type", type)
                .of("proof.sh", "check-pgbackrest.sh", "pgbackrest.sh");
        return plan(
                "makes a " + type + " backup of stanza " + stanza + " with pgBackRest " + tool.version() + " on "
                        + occasion.host().name()
                        + ", then has it verify its repository; what its retention no longer wants expires with it",
                typed,
                "pgBackRest " + type + " of " + stanza,
                task);
    }

    BackupPlan barman(BackupSource.Barman source) throws FaultException {
        Tool tool = Tools.on(occasion.host(), "barman").require("barman", "the package barman");
        String server = named(source.server(), "server");
        List<String> typed = new ArrayList<>(List.of("barman"));
        source.config().ifPresent(file -> typed.addAll(List.of("-c", file)));
        typed.addAll(List.of("backup", "--wait", server));
        String task = proof(source)
                .set("server", server)
                .set("config", source.config().orElse(""))
                .of("proof.sh", "as-barman.sh", "barman.sh");
        return plan(
                "backs up server " + server + " with Barman " + tool.version() + " on "
                        + occasion.host().name() + ", then has it check the backup",
                typed,
                "Barman backup of " + server,
                task);
    }

    private BackupPlan plan(String preview, List<String> typed, String what, String task) {
        return BackupPlan.of(
                "backup",
                preview,
                ShellWords.join(typed),
                new JobOrder(what, occasion.target().name(), task, Optional.empty()));
    }

    static TaskText proof(BackupSource source) {
        return new TaskText().setJson("source", source.title()).setJson("id", "");
    }

    private static String named(Optional<String> name, String key) throws FaultException {
        if (name.isEmpty()) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    "it is not said which " + key + " is to be saved",
                    "Write " + key + ": at this place of backups: in connections.yaml");
        }
        return name.get();
    }
}
