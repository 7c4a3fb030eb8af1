package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.ScheduleBoard;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.backup.schedule.Schedule;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code watchkeeper schedules remove}. */
@Command(
        name = "remove",
        header = "Takes away a backup by the clock that Watchkeeper wrote on a host.",
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
            ScheduleBoard board = bench.machines().schedules(target);
            ScheduleBoard.Seen seen = board.look();
            List<Schedule> found = seen.schedules().stream()
                    .filter(one -> one.ownId().filter(own -> own.startsWith(id)).isPresent())
                    .collect(Collectors.toMap(
                            // one machine may have two names
                            one -> one.ownId().orElseThrow(),
                            one -> one,
                            (one, same) -> one,
                            LinkedHashMap::new))
                    .values()
                    .stream()
                    .toList();
            if (found.isEmpty() && !seen.troubles().isEmpty()) {
                throw new FaultException(seen.troubles().values().iterator().next());
            }
            if (found.size() != 1) {
                throw new FaultException(
                        found.isEmpty() ? FaultKind.CONFLICT : FaultKind.BAD_INPUT,
                        found.isEmpty() ? "there is no schedule " + id : "several schedules begin with " + id,
                        "See watchkeeper schedules list --on " + on);
            }
            return confirmation.carryOut(board.remove(found.getFirst()), bench.desk(), setting.console());
        }
    }
}
