package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.reports.CsvRecords;
import dev.watchkeeper.app.reports.JsonRecords;
import dev.watchkeeper.app.reports.Origin;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.report.OutputFile;
import dev.watchkeeper.report.pdf.PdfReport;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code watchkeeper report}. */
@Command(
        name = "report",
        header = "Writes what a pane shows into a file, for the ticket.",
        description = {"", "The file's ending says how: .pdf, .csv or .json.", ""},
        footerHeading = "%nExamples:%n",
        footer = {
            "  watchkeeper report locks --on billing --out incident-4711.pdf",
            "  watchkeeper report sessions --on billing --out sessions.csv"
        })
final class ReportCommand implements Callable<Integer> {
    private final Setting setting;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PANE",
            description = "${COMPLETION-CANDIDATES}",
            completionCandidates = PaneConverter.class,
            converter = PaneConverter.class)
    private String pane;

    @Option(names = "--on", required = true, paramLabel = "TARGET", description = "of which server")
    private String on;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "FILE.pdf, FILE.csv or FILE.json")
    private Path out;

    @Mixin
    private StretchOptions stretches;

    ReportCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() throws FaultException {
        String ending = ending();
        try (Workbench bench = setting.workbench()) {
            Target target = bench.resolve(on);
            write(PaneOutputs.of(pane, target).over(stretches.stretch(spec)), bench, target, ending);
            setting.console().out().println("Written: " + out);
            return Exit.DONE;
        }
    }

    private String ending() {
        String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
        for (String ending : new String[] {"pdf", "csv", "json"}) {
            if (name.endsWith("." + ending)) {
                return ending;
            }
        }
        throw new ParameterException(spec.commandLine(), "--out ends in .pdf, .csv or .json, not as " + out + " does");
    }

    private <S> void write(PaneOutput<S> output, Workbench bench, Target target, String ending) throws FaultException {
        Snapshot<S> snapshot = Entrance.through(
                bench, target, () -> output.probe(bench, target, List.of()).read());
        switch (ending) {
            case "pdf" ->
                new PdfReport(setting.surroundings().clock())
                        .write(output.document(snapshot, Origin.of(target, setting.surroundings())), out);
            case "csv" ->
                text(file -> new CsvRecords(file).add(target.name(), snapshot.takenAt(), output.records(snapshot)));
            default ->
                text(file -> {
                    JsonRecords.write(file, output.name(), target.name(), snapshot, output.records(snapshot));
                    file.write('\n');
                });
        }
    }

    @FunctionalInterface
    private interface Text {
        void writeTo(Writer file) throws IOException;
    }

    private void text(Text text) throws FaultException {
        OutputFile.write(out, stream -> {
            Writer file = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
            text.writeTo(file);
            file.flush();
        });
    }
}
