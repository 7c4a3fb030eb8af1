package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.reports.JsonRecords;
import dev.watchkeeper.app.reports.Records;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.backup.schedule.Schedule;
import dev.watchkeeper.kernel.fault.FaultException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code watchkeeper schedules list}. */
@Command(
        name = "list",
        header = "Lists what the hosts of a target do by the clock about backups.",
        footerHeading = "%nExamples:%n",
        footer = {"  watchkeeper schedules list --on billing", "  watchkeeper schedules list --on billing --format json"
        })
final class SchedulesListCommand implements Callable<Integer> {
    private final Setting setting;

    @Option(names = "--on", required = true, paramLabel = "TARGET", description = "whose hosts")
    private String on;

    @Option(names = "--format", defaultValue = "table", description = "table or json (default: table)")
    private ListFormat format;

    SchedulesListCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() throws FaultException, IOException {
        try (Workbench bench = setting.workbench()) {
            List<Schedule> all = bench.schedules(bench.resolve(on));
            if (format == ListFormat.JSON) {
                json(all);
            } else {
                table(all);
            }
            return Exit.DONE;
        }
    }

    private void table(List<Schedule> all) {
        if (all.isEmpty()) {
            setting.console()
                    .out()
                    .println("Nothing about backups is done by the clock there, as far as one may look.");
            return;
        }
        Sheet sheet = new Sheet()
                .text("host")
                .text("where")
                .text("when")
                .text("as")
                .text("id")
                .text("what");
        all.forEach(one -> sheet.row(
                one.host(),
                one.where(),
                one.when(),
                one.user().orElse(""),
                one.ownId().orElse(""),
                one.command()));
        new TextTable(sheet)
                .lines(setting.console().width())
                .forEach(setting.console().out()::println);
    }

    private void json(List<Schedule> all) throws IOException {
        for (Schedule one : all) {
            JsonRecords.write(
                    setting.console().out(),
                    new Records.Row()
                            .with("host", one.host())
                            .with("where", one.where())
                            .with("when", one.when())
                            .with("user", one.user().orElse(null))
                            .with("id", one.ownId().orElse(null))
                            .with("command", one.command()));
            setting.console().out().println();
        }
    }
}
