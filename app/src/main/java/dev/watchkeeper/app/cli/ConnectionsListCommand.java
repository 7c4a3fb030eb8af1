package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.reports.JsonRecords;
import dev.watchkeeper.app.reports.Records;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.workspace.connections.SavedConnection;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code watchkeeper connections list}. */
@Command(
        name = "list",
        header = "Lists the saved targets.",
        footerHeading = "%nExamples:%n",
        footer = {"  watchkeeper connections list", "  watchkeeper connections list --format json"})
final class ConnectionsListCommand implements Callable<Integer> {
    private final Setting setting;

    @Option(names = "--format", defaultValue = "table", description = "table or json (default: table)")
    private ListFormat format;

    ConnectionsListCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() throws FaultException, IOException {
        try (Workbench bench = setting.workbench()) {
            List<SavedConnection> saved = bench.connections().read().saved();
            if (format == ListFormat.JSON) {
                json(saved);
            } else {
                table(saved, bench);
            }
            return Exit.DONE;
        }
    }

    private void table(List<SavedConnection> saved, Workbench bench) {
        PrintWriter out = setting.console().out();
        if (saved.isEmpty()) {
            out.println("Nothing is saved yet in " + bench.folder().connections());
            return;
        }
        Sheet sheet = new Sheet()
                .text("name")
                .text("environment")
                .text("where")
                .text("database")
                .text("user")
                .text("tags")
                .text("");
        saved.stream()
                .map(SavedConnection::target)
                .forEach(target -> sheet.row(
                        target.name(),
                        target.environment().label(),
                        target.endpoint().where(),
                        target.endpoint().database(),
                        target.endpoint().user(),
                        String.join(", ", target.tags()),
                        target.readOnly() ? "read-only" : ""));
        new TextTable(sheet).lines(setting.console().width()).forEach(out::println);
    }

    private void json(List<SavedConnection> saved) throws IOException {
        for (SavedConnection one : saved) {
            JsonRecords.write(
                    setting.console().out(),
                    new Records.Row()
                            .with("name", one.name())
                            .with("url", one.url())
                            .with("engine", one.target().endpoint().engine().title())
                            .with("where", one.target().endpoint().where())
                            .with("database", one.target().endpoint().database())
                            .with("user", one.target().endpoint().user())
                            .with("environment", one.target().environment().label())
                            .with("read_only", one.target().readOnly())
                            .with("tags", one.target().tags()));
            setting.console().out().println();
        }
    }
}
