package dev.watchkeeper.app.cli;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.postgres.sql.PaneSql;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code watchkeeper sql}. */
@Command(
        name = "sql",
        header = "Prints the SQL that a pane runs on a server of some version.",
        description = {"", "To be read, to be run with psql, or to be granted for.", ""},
        footerHeading = "%nExamples:%n",
        footer = {"  watchkeeper sql locks", "  watchkeeper sql sessions --server-version 14"})
final class SqlCommand implements Callable<Integer> {
    private final Setting setting;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PANE",
            description = "${COMPLETION-CANDIDATES}",
            completionCandidates = PaneConverter.class,
            converter = PaneConverter.class)
    private String pane;

    @Option(
            names = "--server-version",
            paramLabel = "VERSION",
            defaultValue = "18",
            description = "14 or later: 14, 15.20 (default: ${DEFAULT-VALUE})")
    private String version;

    SqlCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() throws FaultException {
        setting.console().out().println(PaneSql.of(pane, parsed()).strip());
        return Exit.DONE;
    }

    private ServerVersion parsed() {
        try {
            ServerVersion parsed = ServerVersion.parse(version);
            if (parsed.major() < SqlFile.OLDEST) {
                throw new ParameterException(
                        spec.commandLine(), "PostgreSQL " + parsed + " is too old: at least " + SqlFile.OLDEST);
            }
            return parsed;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "'" + version + "' is not a server version", e);
        }
    }
}
