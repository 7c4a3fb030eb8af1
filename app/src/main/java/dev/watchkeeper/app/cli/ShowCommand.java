package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code watchkeeper show}. */
@Command(
        name = "show",
        header = "Prints what a pane shows, once or again and again.",
        description = {
            "",
            "JSON is one object a line for each target and tick, flushed at once: pane, target, taken_at,"
                    + " server_version, cost (server_ms, bytes), rows; instead of rows an error (kind, message, advice)"
                    + " if it failed. Targets don't wait for one another.",
            "With --every a failed tick does not end the command; the exit code tells of the last tick.",
            "Statements are counted over a while: the next 10 s, or what was recorded. Their figures are of that while;"
                    + " queryid is text in JSON, for it has more digits than many readers keep of a number.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  watchkeeper show locks --on billing",
            "  watchkeeper show sessions --on billing --on shop --format json --every 2s --count 30",
            "  watchkeeper show statements --on billing --for 30s --top 20",
            "  watchkeeper show statements --on billing --since 1h --compare 25h..24h",
            "  watchkeeper show log --on billing --since 15m",
            "  watchkeeper show log --on sessions-cache --format json",
            "  watchkeeper show commands --on sessions-cache --for 30s",
            "  watchkeeper show slowlog --on sessions-cache --every 10s --format json",
            "  watchkeeper show backups --on billing --format json",
            "  watchkeeper show locks --on postgresql://dba@db1,db2/shop?target_session_attrs=primary --format csv"
        })
final class ShowCommand implements Callable<Integer> {
    private static final Duration ONE_SHOT = Duration.ofSeconds(10);
    private static final Duration SHORTEST = Duration.ofMillis(100);

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
            names = "--on",
            required = true,
            paramLabel = "TARGET",
            description = "saved name, postgresql:// URI, 'host=… dbname=…', service=NAME, redis://, sentinel://,"
                    + " pgbouncer://, haproxy+http:// or patroni+http:// address; may be given several times")
    private List<String> on;

    @Option(names = "--format", description = "table, json or csv (default: table)", defaultValue = "table")
    private Format format;

    @Option(
            names = "--every",
            paramLabel = "SPAN",
            converter = SpanConverter.class,
            description = "go on asking: 2s, 500ms, 1min")
    private @Nullable Duration every;

    @Option(names = "--count", paramLabel = "N", description = "end after N ticks (default: go on until Ctrl-C)")
    private @Nullable Integer count;

    @Mixin
    private StretchOptions stretches;

    ShowCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() throws FaultException {
        check();
        try (Workbench bench = setting.workbench()) {
            List<Target> targets = new ArrayList<>();
            for (String one : new LinkedHashSet<>(on)) {
                targets.add(bench.resolve(one));
            }
            return show(bench, targets);
        }
    }

    private void check() {
        if (count != null && (every == null || count < 1)) {
            throw new ParameterException(spec.commandLine(), "--count needs --every, and is at least 1");
        }
        if (every != null && every.compareTo(SHORTEST) < 0) {
            throw new ParameterException(spec.commandLine(), "--every is at least 100ms");
        }
    }

    private int show(Workbench bench, List<Target> targets) throws FaultException {
        Stretch stretch = stretch();
        TickWriter writer = TickWriter.of(format, setting.console());
        Duration interval = every == null ? ONE_SHOT : every;
        long ticks = every == null ? 1 : count == null ? Long.MAX_VALUE : count;
        Ticker ticker = new Ticker(interval, ticks);
        bench.probeTimeout(every == null ? ONE_SHOT : below(interval));
        List<TargetTicks<?>> each = new ArrayList<>();
        for (Target target : targets) {
            List<Target> company = new ArrayList<>(targets);
            company.remove(target);
            each.add(ticks(PaneOutputs.of(pane, target).over(stretch), bench, target, company, writer));
        }
        ticker.run(each);
        return each.stream().allMatch(TargetTicks::wasGood) ? Exit.DONE : Exit.UNREACHABLE_OR_DENIED;
    }

    /** Each of several ticks tells of the time since the last one. */
    private Stretch stretch() {
        Stretch stretch = stretches.stretch(spec);
        if (every == null || stretch.isHistory() || !isCounted()) {
            return stretch;
        }
        if (stretch.length().isPresent()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--for is for a single call: with --every each tick tells of the time before it");
        }
        return stretch.measuring(every);
    }

    /** Whether the pane tells of a while, not of the moment. */
    private boolean isCounted() {
        return pane.equals("statements") || pane.equals("commands");
    }

    private <S> TargetTicks<S> ticks(
            PaneOutput<S> output, Workbench bench, Target target, List<Target> company, TickWriter writer) {
        return new TargetTicks<>(
                target,
                output,
                output.probe(bench, target, company),
                setting.surroundings().clock(),
                writer,
                Entrance.of(bench, target));
    }

    /** So that a statement that hangs is given up before the next tick. */
    private static Duration below(Duration interval) {
        Duration most = interval.multipliedBy(9).dividedBy(10);
        return most.compareTo(ONE_SHOT) < 0 ? most : ONE_SHOT;
    }
}
