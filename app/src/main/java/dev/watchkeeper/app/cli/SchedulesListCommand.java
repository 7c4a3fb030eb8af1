package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.reports.JsonRecords;
import dev.watchkeeper.app.reports.Records;
import dev.watchkeeper.app.workbench.ScheduleBoard;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.backup.schedule.LastRun;
import dev.watchkeeper.backup.schedule.Schedule;
import dev.watchkeeper.kernel.fault.FaultException;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
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
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm z", Locale.ENGLISH);

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
            ScheduleBoard.Seen seen =
                    bench.machines().schedules(bench.resolve(on)).look();
            if (format == ListFormat.JSON) {
                json(seen.schedules());
            } else {
                table(seen.schedules());
            }
            seen.troubles().values().forEach(fault -> setting.console().err().println(Visible.of(fault.sentence())));
            return seen.troubles().isEmpty() ? Exit.DONE : Exit.FAILED;
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
                .text("in words")
                .text("next")
                .text("last")
                .text("as")
                .text("id")
                .text("what");
        ZoneId zone = setting.surroundings().zone();
        all.forEach(one -> sheet.row(
                one.host(),
                one.where(),
                one.when(),
                one.inWords(),
                one.next().map(at -> MINUTE.format(at.atZone(zone))).orElse(""),
                one.last().map(last -> last.trouble().orElse("fine")).orElse(""),
                one.user().orElse(""),
                one.ownId().orElse(""),
                one.what()));
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
                            .with("in_words", one.inWords())
                            .with("next", one.next().map(Instant::toString).orElse(null))
                            .with(
                                    "last_at",
                                    one.last()
                                            .flatMap(LastRun::at)
                                            .map(Instant::toString)
                                            .orElse(null))
                            .with(
                                    "last_error",
                                    one.last().flatMap(LastRun::trouble).orElse(null))
                            .with("user", one.user().orElse(null))
                            .with("id", one.ownId().orElse(null))
                            .with("what", one.what())
                            .with("command", one.command()));
            setting.console().out().println();
        }
    }
}
