package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.recording.Pace;
import dev.watchkeeper.app.recording.Recorder;
import dev.watchkeeper.app.recording.Recording;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.history.HistoryStore;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.connect.Greeting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code watchkeeper record}. */
@Command(
        name = "record",
        header = "Keeps what happens on servers, without a window, until it is ended.",
        description = {
            "",
            "Statements, locks, lag and the like every so often, and who waits for what every second, go into the history"
                    + " that the window's charts and 'show statements --since' read. A server that can't be reached is"
                    + " tried again; it ends with Ctrl+C or SIGTERM, after all is written.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  watchkeeper record --on billing",
            "  watchkeeper record --on billing --on sessions-cache --every 30s",
            "  watchkeeper record --on billing --for 15m"
        })
final class RecordCommand implements Callable<Integer> {
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Setting setting;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--on",
            required = true,
            paramLabel = "TARGET",
            description = "saved name, URI, 'host=…' or service=NAME; may be given several times")
    private List<String> on;

    @Option(
            names = "--every",
            paramLabel = "SPAN",
            converter = SpanConverter.class,
            defaultValue = "10s",
            description = "how often statements and the rest are read, 1s or more (default: ${DEFAULT-VALUE})")
    private Duration every;

    @Option(
            names = "--for",
            paramLabel = "SPAN",
            converter = SpanConverter.class,
            description = "end after that long (default: never)")
    private @Nullable Duration span;

    RecordCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() throws FaultException {
        if (every.compareTo(SHORTEST) < 0) {
            throw new ParameterException(spec.commandLine(), "--every is at least 1s");
        }
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        Thread farewell = Thread.ofPlatform().name("farewell").unstarted(() -> {
            end.countDown();
            await(written, Duration.ofSeconds(20));
        });
        Runtime.getRuntime().addShutdownHook(farewell);
        try (Workbench bench = setting.workbench()) {
            record(bench, end);
        } finally {
            written.countDown();
            forget(farewell);
        }
        return Exit.DONE;
    }

    private void record(Workbench bench, CountDownLatch end) throws FaultException {
        List<Target> targets = new ArrayList<>();
        for (String one : new LinkedHashSet<>(on)) {
            targets.add(recordable(bench, bench.resolve(one)));
        }
        HistoryStore history = bench.requireHistory();
        for (Target target : targets) {
            Teller teller = new Teller(target.name(), setting.console());
            bench.otherRecorder(target)
                    .ifPresent(other -> setting.console()
                            .complain("%s is recorded by %s since %s; this takes over when that one ends"
                                    .formatted(target.name(), other.holder(), other.since())));
            bench.recorder().record(target, Pace.of(every)).ifPresent(recording -> tell(recording, teller));
        }
        setting.console()
                .note("Recording %s every %d s into %s; Ctrl+C ends it."
                        .formatted(
                                String.join(
                                        ", ", targets.stream().map(Target::name).toList()),
                                every.toSeconds(),
                                history.info().place()));
        await(end, span);
        bench.settleHistory();
        Optional<Fault> unwritten = bench.historyTrouble();
        if (unwritten.isPresent()) {
            Fault why = unwritten.get();
            throw new FaultException(
                    why.kind(), "what was seen last could not be written: " + why.message(), why.advice());
        }
    }

    private static void tell(Recording recording, Teller teller) {
        recording.newest().forEach(teller::answered);
        recording.listen(teller::answered);
    }

    /** A password that is written nowhere is asked for now, not at night. */
    private static Target recordable(Workbench bench, Target target) throws FaultException {
        if (!Recorder.suits(target)) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    target.name() + " is a " + target.endpoint().engine().title()
                            + ": there is nothing to record of it",
                    "PostgreSQL and Redis are recorded");
        }
        if (target.endpoint().engine() == Engine.POSTGRESQL) {
            try {
                Entrance.through(bench, target, () -> Greeting.of(bench.open(target)));
            } catch (FaultException e) {
                // what may pass is waited for
                if (!e.fault().kind().mayPass()) {
                    throw e;
                }
            }
        }
        return target;
    }

    private static void await(CountDownLatch end, @Nullable Duration most) {
        try {
            boolean ended = most != null && end.await(most.toMillis(), TimeUnit.MILLISECONDS);
            if (most == null && !ended) {
                end.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread farewell) {
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException e) {
            // it is this very hook that ends us
            farewell.interrupt();
        }
    }
}
