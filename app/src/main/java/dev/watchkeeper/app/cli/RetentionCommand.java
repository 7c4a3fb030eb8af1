package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.retention.Decision;
import dev.watchkeeper.backup.retention.RetentionDesk;
import dev.watchkeeper.backup.retention.RetentionPlan;
import dev.watchkeeper.backup.retention.RetentionRules;
import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code watchkeeper retention}. */
@Command(
        name = "retention",
        header = "Takes away backups that need not be kept any longer.",
        description = {
            "",
            "Files and folders go by their age; the last good one of each database, and whatever one builds on that stays,"
                    + " are never taken. WAL goes that no base backup needs any more. pgBackRest and Barman have rules of"
                    + " their own: the one is told to apply them, the other does so in 'barman cron'.",
            "A place that can't be read is left alone.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  watchkeeper retention --on billing --dry-run",
            "  watchkeeper retention --on billing --keep-days 14 --keep-weekly-days 60"
        })
final class RetentionCommand implements Callable<Integer> {
    private final Setting setting;

    @Option(names = "--on", required = true, paramLabel = "TARGET", description = "whose backups")
    private String on;

    @Option(
            names = "--keep-days",
            paramLabel = "N",
            defaultValue = "30",
            description = "so long every one is kept (default: ${DEFAULT-VALUE})")
    private int days;

    @Option(
            names = "--keep-weekly-days",
            paramLabel = "N",
            defaultValue = "90",
            description = "so long the first of each week is (default: ${DEFAULT-VALUE})")
    private int weeklyDays;

    @Mixin
    private Confirmation confirmation;

    RetentionCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() throws FaultException {
        if (days < 1) {
            throw new FaultException(
                    FaultKind.BAD_INPUT, "--keep-days is at least 1", "Backups of today are never taken away");
        }
        RetentionRules rules = new RetentionRules(Duration.ofDays(days), Duration.ofDays(weeklyDays));
        try (Workbench bench = setting.workbench()) {
            Target target = bench.resolve(on);
            Catalog catalog = bench.machines().catalog(target).read();
            Instant now = setting.surroundings().clock().instant();
            List<Decision> decisions =
                    new RetentionPlan(rules, now, setting.surroundings().zone()).decide(catalog);
            tell(decisions);
            catalog.sources()
                    .forEach(one ->
                            one.trouble().ifPresent(fault -> setting.console().complain(Visible.of(fault.sentence()))));
            List<Action> actions = new RetentionDesk(target, bench.machines(), rules, now).actions(catalog, decisions);
            return carryOut(actions, bench);
        }
    }

    private int carryOut(List<Action> actions, Workbench bench) throws FaultException {
        if (actions.isEmpty()) {
            setting.console().out().println("Nothing may go.");
            return Exit.DONE;
        }
        int worst = Exit.DONE;
        for (Action action : actions) {
            worst = Math.max(worst, confirmation.carryOut(action, bench.desk(), setting.console()));
        }
        return worst;
    }

    private void tell(List<Decision> decisions) {
        if (decisions.isEmpty()) {
            return;
        }
        Sheet sheet = new Sheet().text("").text("backup").text("host").text("why");
        decisions.forEach(one -> sheet.row(
                one.goes() ? "goes" : "stays",
                one.backup().id(),
                one.backup().source().host(),
                one.why()));
        new TextTable(sheet)
                .lines(setting.console().width())
                .forEach(setting.console().out()::println);
        setting.console().out().println();
    }
}
