package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.backup.schedule.Schedule;
import dev.watchkeeper.backup.schedule.Unschedule;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Target;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code watchkeeper schedules remove}. */
@Command(
        name = "remove",
        header = "Takes a backup out of a host's crontab that Watchkeeper wrote there.",
        footerHeading = "%nExamples:%n",
        footer = {"  watchkeeper schedules remove 5f0c6d1e --on billing"})
final class SchedulesRemoveCommand implements Callable<Integer> {
    private final Setting setting;

    @Parameters(paramLabel = "ID", description = "its id in 'schedules list', or how that begins")
    private String id;

    @Option(names = "--on", required = true, paramLabel = "TARGET", description = "whose hosts")
    private String on;

    @Mixin
    private Confirmation confirmation;

    SchedulesRemoveCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() throws FaultException {
        try (Workbench bench = setting.workbench()) {
            Target target = bench.resolve(on);
            List<Schedule> found = bench.schedules(target).stream()
                    .filter(one -> one.ownId().filter(own -> own.startsWith(id)).isPresent())
                    .toList();
            if (found.size() != 1) {
                throw new FaultException(
                        found.isEmpty() ? FaultKind.CONFLICT : FaultKind.BAD_INPUT,
                        found.isEmpty() ? "there is no schedule " + id : "several schedules begin with " + id,
                        "See watchkeeper schedules list --on " + on);
            }
            Schedule one = found.getFirst();
            return confirmation.carryOut(
                    new Unschedule(
                            target, bench.host(one.host()), one, one.ownId().orElseThrow()),
                    bench.desk(),
                    setting.console());
        }
    }
}
