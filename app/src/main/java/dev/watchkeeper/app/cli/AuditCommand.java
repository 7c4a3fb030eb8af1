package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.reports.JsonRecords;
import dev.watchkeeper.app.reports.Records;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.action.AuditEntry;
import dev.watchkeeper.kernel.fault.FaultException;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code watchkeeper audit}. */
@Command(
        name = "audit",
        header = "Prints what was done from here, newest first.",
        footerHeading = "%nExamples:%n",
        footer = {"  watchkeeper audit", "  watchkeeper audit --last 200 --format json"})
final class AuditCommand implements Callable<Integer> {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private final Setting setting;

    @Option(
            names = "--last",
            paramLabel = "N",
            defaultValue = "20",
            description = "so many (default: ${DEFAULT-VALUE})")
    private int last;

    @Option(names = "--format", defaultValue = "table", description = "table or json (default: table)")
    private ListFormat format;

    AuditCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() throws FaultException, IOException {
        try (Workbench bench = setting.workbench()) {
            List<AuditEntry> entries = bench.audit().newest(last);
            if (format == ListFormat.JSON) {
                json(entries);
            } else {
                table(entries);
            }
            return Exit.DONE;
        }
    }

    private void table(List<AuditEntry> entries) {
        if (entries.isEmpty()) {
            setting.console().out().println("Nothing was done from here yet.");
            return;
        }
        Sheet sheet = new Sheet()
                .text("when")
                .text("who")
                .text("target")
                .text("result")
                .text("outcome")
                .text("what");
        entries.forEach(entry -> sheet.row(
                MOMENT.format(entry.at()), entry.who(), entry.target(), entry.result(), entry.outcome(), entry.what()));
        new TextTable(sheet)
                .lines(setting.console().width())
                .forEach(setting.console().out()::println);
    }

    private void json(List<AuditEntry> entries) throws IOException {
        for (AuditEntry entry : entries) {
            JsonRecords.write(
                    setting.console().out(),
                    new Records.Row()
                            .with("at", entry.at())
                            .with("who", entry.who())
                            .with("role", entry.role())
                            .with("target", entry.target())
                            .with("environment", entry.environment())
                            .with("where", entry.where())
                            .with("action", entry.action())
                            .with("what", entry.what())
                            .with("statement", entry.statement())
                            .with("result", entry.result())
                            .with("outcome", entry.outcome())
                            .with("took_ms", entry.tookMillis()));
            setting.console().out().println();
        }
    }
}
