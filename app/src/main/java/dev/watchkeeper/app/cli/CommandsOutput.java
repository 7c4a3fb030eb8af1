package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.reports.CommandRecords;
import dev.watchkeeper.app.reports.Micros;
import dev.watchkeeper.app.reports.Origin;
import dev.watchkeeper.app.reports.Records;
import dev.watchkeeper.app.reports.RedisQueriesDocument;
import dev.watchkeeper.app.reports.RedisQuerySentences;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.redis.commandstats.CommandUse;
import dev.watchkeeper.redis.commandstats.CommandWork;
import dev.watchkeeper.redis.commandstats.CommandsProbe;
import dev.watchkeeper.report.Document;
import java.util.List;

/** What a Redis works on: its commands, measured over a while, then from tick to tick. */
final class CommandsOutput implements PaneOutput<CommandWork> {
    private final Stretch stretch;

    CommandsOutput(Stretch stretch) {
        this.stretch = stretch;
    }

    @Override
    public String name() {
        return "commands";
    }

    @Override
    public boolean suits(Target target) {
        return target.endpoint().engine() == Engine.REDIS;
    }

    @Override
    public PaneOutput<CommandWork> over(Stretch wanted) throws FaultException {
        if (wanted.isHistory()) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    "commands of a Redis are not recorded one by one: --since and --compare are not for them",
                    "--for measures so long");
        }
        return new CommandsOutput(wanted);
    }

    @Override
    public Probe<CommandWork> probe(Workbench bench, Target target, List<Target> company) {
        return new CommandsProbe(bench.redis(target), stretch.measured());
    }

    @Override
    public String sentence(Snapshot<CommandWork> snapshot) {
        return RedisQuerySentences.of(snapshot.value());
    }

    @Override
    public List<Records> records(Snapshot<CommandWork> snapshot) {
        return CommandRecords.of(snapshot.value(), stretch.rows());
    }

    @Override
    public List<Sheet> sheets(Snapshot<CommandWork> snapshot) {
        CommandWork work = snapshot.value();
        Sheet sheet = new Sheet()
                .number("calls")
                .number("a second")
                .number("share of time")
                .number("a call")
                .number("p99 since start")
                .number("rejected")
                .number("failed")
                .text("command");
        work.uses().stream().limit(stretch.rows()).forEach(use -> row(sheet, work, use));
        return List.of(sheet);
    }

    private static void row(Sheet sheet, CommandWork work, CommandUse use) {
        sheet.row(
                Sizes.count(use.did().calls()),
                Micros.perSecond(work.perSecond(use.did().calls())),
                Micros.share(use.share()),
                use.did().calls() == 0 ? "" : Micros.words(use.did().microsPerCall()),
                use.percentiles().map(all -> Micros.words(all.p99())).orElse(""),
                Sizes.count(use.did().rejected()),
                Sizes.count(use.did().failed()),
                use.name());
    }

    @Override
    public Document document(Snapshot<CommandWork> snapshot, Origin origin) {
        return RedisQueriesDocument.ofCommands(snapshot, origin);
    }
}
