package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Clip;
import dev.watchkeeper.app.controls.DialogBox;
import dev.watchkeeper.app.controls.SqlView;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.report.OutputFile;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.FileChooser;

/** What the header's buttons do for one pane. */
final class PaneDeeds implements HeaderBar.Deeds {
    private final Pane pane;
    private final PaneContext context;
    private final Scene scene;

    PaneDeeds(Pane pane, PaneContext context, Scene scene) {
        this.pane = pane;
        this.context = context;
        this.scene = scene;
    }

    @Override
    public void showSql() {
        Optional<String> sql = pane.sql();
        if (sql.isEmpty()) {
            context.complain(new Fault(
                    FaultKind.UNREACHABLE,
                    "which SQL it is depends on the server's version, which is not known yet",
                    "Try again when the server has answered"));
            return;
        }
        SqlView view = new SqlView();
        view.setMaxLines(32);
        view.setText(sql.get());
        DialogBox dialog = new DialogBox(
                pane.header().title() + ": what is asked of " + context.target().name(),
                Optional.of(context.target().environment()),
                860);
        dialog.add(view);
        Button close = Buttons.withKey("Close", "Esc", context.modals()::close);
        close.setDefaultButton(true);
        dialog.addButtons(Buttons.plain("Copy", () -> Clip.copy(sql.get())), close);
        context.modals().open(dialog, () -> {});
        close.requestFocus();
    }

    @Override
    public void export(ExportFormat format) {
        Optional<PaneExport> export = pane.export();
        if (export.isEmpty()) {
            context.complain(new Fault(FaultKind.CONFLICT, "there is nothing to export yet"));
            return;
        }
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export as " + format.title());
        chooser.setInitialFileName(export.get().fileStem() + "." + format.extension());
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(format.title(), "*." + format.extension()));
        File file = chooser.showSaveDialog(scene.getWindow());
        if (file != null) {
            context.background("export", () -> write(format, export.get(), file.toPath()));
        }
    }

    private void write(ExportFormat format, PaneExport export, Path file) {
        try {
            OutputFile.write(file, out -> format.write(export, context.clock(), out));
            context.say("Written to " + file);
        } catch (FaultException e) {
            context.complain(e.fault());
        }
    }

    /** What the palette offers for this pane. */
    static List<Palette.Entry> entries(Pane pane, List<Command> commands) {
        List<Palette.Entry> entries = new ArrayList<>();
        for (Command command : commands) {
            if (command.possible().get()) {
                entries.add(new Palette.Entry(
                        command.name(), "action", "mdi2l-lightning-bolt-outline", command.key(), command.run()));
            }
        }
        if (pane.feed().asks()) {
            entries.addAll(pace(pane.feed()));
        }
        if (pane.hasFilter()) {
            entries.add(new Palette.Entry("Filter", "view", "mdi2f-filter-outline", "Ctrl F", pane::focusFilter));
        }
        return entries;
    }

    private static List<Palette.Entry> pace(Feed feed) {
        return List.of(
                new Palette.Entry("Refresh now", "view", "mdi2r-refresh", "F5", feed::refreshNow),
                new Palette.Entry(
                        feed.pausedProperty().get() ? "Resume" : "Pause",
                        "view",
                        "mdi2p-pause",
                        "Space",
                        () -> feed.pausedProperty().set(!feed.pausedProperty().get())));
    }
}
