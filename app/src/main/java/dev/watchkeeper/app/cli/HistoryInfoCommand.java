package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.reports.CsvRecords;
import dev.watchkeeper.app.reports.JsonRecords;
import dev.watchkeeper.app.reports.Records;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.history.HistoryInfo;
import dev.watchkeeper.history.HistoryStore;
import dev.watchkeeper.history.Interval;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.text.Sizes;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code watchkeeper history info}. */
@Command(
        name = "info",
        header = "Says what is kept, of which servers, since when, and how much room it takes.",
        footerHeading = "%nExamples:%n",
        footer = {"  watchkeeper history info", "  watchkeeper history info --store march.db --format json"})
final class HistoryInfoCommand implements Callable<Integer> {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private final Setting setting;

    @Mixin
    private StoreChoice store = new StoreChoice();

    @Option(names = "--format", defaultValue = "table", description = "table, json or csv (default: table)")
    private Format format;

    HistoryInfoCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() throws FaultException, IOException {
        try (Workbench bench = setting.workbench();
                HistoryStore history = store.open(bench.historyPlaces())) {
            HistoryInfo info = history.info();
            switch (format) {
                case TABLE -> table(info);
                case JSON -> json(info);
                case CSV -> csv(info);
            }
            return Exit.DONE;
        }
    }

    private void table(HistoryInfo info) {
        PrintWriter out = setting.console().out();
        out.println(Visible.of(info.place()) + ": " + Sizes.bytes(info.bytes()));
        if (info.targets().isEmpty()) {
            out.println("Nothing is recorded yet.");
            return;
        }
        Sheet sheet = new Sheet().text("from").text("to").number("rows").text("target");
        info.targets()
                .forEach(target -> sheet.row(
                        target.extent().map(Interval::from).map(MOMENT::format).orElse("–"),
                        target.extent().map(Interval::to).map(MOMENT::format).orElse("–"),
                        Sizes.count(target.rows()),
                        target.target()));
        new TextTable(sheet).lines(setting.console().width()).forEach(out::println);
    }

    private void json(HistoryInfo info) throws IOException {
        JsonRecords.write(
                setting.console().out(),
                new Records.Row()
                        .with("place", info.place())
                        .with("bytes", info.bytes())
                        .with(
                                "targets",
                                info.targets().stream()
                                        .map(target -> row(target)
                                                .with("target", target.target())
                                                .values())
                                        .toList()));
        setting.console().out().println();
    }

    private void csv(HistoryInfo info) throws IOException {
        CsvRecords lines = new CsvRecords(setting.console().out());
        Instant now = setting.surroundings().clock().instant();
        for (HistoryInfo.OfTarget target : info.targets()) {
            lines.add(
                    target.target(),
                    now,
                    new Records(
                            List.of("recorded_from", "recorded_to", "row_count"),
                            List.of(new LinkedHashMap<>(row(target).values()))));
        }
    }

    private static Records.Row row(HistoryInfo.OfTarget target) {
        Instant from = target.extent().map(Interval::from).orElse(null);
        Instant to = target.extent().map(Interval::to).orElse(null);
        return new Records.Row()
                .with("recorded_from", from)
                .with("recorded_to", to)
                .with("row_count", target.rows());
    }
}
