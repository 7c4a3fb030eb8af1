package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.app.controls.sql.SqlEditor;
import dev.watchkeeper.app.controls.sql.Stretch;
import dev.watchkeeper.app.dialogs.ParametersDialog;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.sql.Deed;
import dev.watchkeeper.kernel.sql.SqlParameters;
import dev.watchkeeper.kernel.sql.SqlScript;
import dev.watchkeeper.kernel.sql.SqlStatement;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.postgres.console.Request;
import dev.watchkeeper.postgres.console.SqlConsole;
import dev.watchkeeper.postgres.console.change.ChangePreview;
import dev.watchkeeper.postgres.console.change.Previewer;
import dev.watchkeeper.postgres.console.change.RunStatements;
import dev.watchkeeper.postgres.plans.ExplainRequest;
import dev.watchkeeper.postgres.plans.Explained;
import dev.watchkeeper.postgres.plans.Explainer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The way of statements from the editor to the server: parameters are asked for, changes on production are previewed. */
final class Launcher {
    private final PaneContext context;
    private final SqlConsole console;
    private final Runner runner;
    private final IntSupplier limit;
    private final Map<String, @Nullable String> lastValues = new HashMap<>();

    /**
     * @param limit so many rows of each result are read at first
     */
    Launcher(PaneContext context, SqlConsole console, Runner runner, IntSupplier limit) {
        this.context = context;
        this.console = console;
        this.runner = runner;
        this.limit = limit;
    }

    /** The selection, or the statement at the caret. */
    List<Request> chosen(SqlEditor editor) {
        String text = editor.text();
        SqlScript script = SqlScript.of(text, console.standardStrings());
        Optional<Stretch> selection = editor.selection();
        List<SqlStatement> statements = selection.isPresent()
                ? script.selected(selection.get().start(), selection.get().end())
                : script.at(editor.caret()).stream().toList();
        return statements.stream().map(one -> Request.of(one, text)).toList();
    }

    /** All of the editor. */
    List<Request> all(SqlEditor editor) {
        String text = editor.text();
        return SqlScript.of(text, console.standardStrings()).statements().stream()
                .map(one -> Request.of(one, text))
                .toList();
    }

    /** Runs them, when what they need is known and what they do is confirmed. */
    void run(List<Request> requests) {
        if (!requests.isEmpty() && !runner.isRunning()) {
            withValues(requests, this::confirmed);
        }
    }

    /**
     * Asks how the statement at the caret would be carried out, without running it, in a session beside this one. One that
     * explains by itself is run.
     *
     * @param show gets the plan, on the FX thread
     * @param failed gets the statement that has no plan, and why; on the FX thread
     */
    void explain(SqlEditor editor, Consumer<Explained> show, BiConsumer<Request, FaultException> failed) {
        List<Request> chosen = chosen(editor);
        if (chosen.isEmpty()) {
            return;
        }
        Request request = chosen.getFirst();
        String text = request.statement().text();
        if (Deed.of(text).verb().equals("EXPLAIN")) {
            run(List.of(request));
            return;
        }
        context.background("explain", () -> {
            try {
                Explained explained =
                        Explainer.explain(context.postgres(), ExplainRequest.of(NumberedParameters.of(text)));
                context.fx().run(() -> show.accept(explained));
            } catch (FaultException e) {
                context.fx().run(() -> failed.accept(request, e));
            }
        });
    }

    private void withValues(List<Request> requests, Consumer<List<Request>> then) {
        List<String> names = requests.stream()
                .flatMap(one -> SqlParameters.of(one.statement().text()).names().stream())
                .distinct()
                .toList();
        if (names.isEmpty()) {
            then.accept(requests);
            return;
        }
        ParametersDialog dialog = new ParametersDialog(
                context.target(),
                names,
                lastValues,
                values -> {
                    context.modals().close();
                    lastValues.putAll(values);
                    UnaryOperator<Request> filled = request -> request.values(values);
                    then.accept(requests.stream().map(filled).toList());
                },
                context.modals()::close);
        context.modals().open(dialog, () -> {});
        dialog.focus();
    }

    private void confirmed(List<Request> requests) {
        boolean changes = requests.stream()
                .anyMatch(one -> Deed.of(one.statement().text()).changes());
        boolean harmless = !changes || console.settings().readOnly();
        if (harmless || context.target().environment() != Environment.PRODUCTION) {
            runner.run(requests, limit.getAsInt());
            return;
        }
        context.background("preview", () -> preview(requests));
    }

    private void preview(List<Request> requests) {
        try {
            ChangePreview preview = new Previewer(console).of(requests);
            context.fx().run(() -> {
                if (RunStatements.isNeeded(context.target(), preview)) {
                    context.act(runner.deed(requests, preview, limit.getAsInt()));
                } else {
                    runner.run(requests, limit.getAsInt());
                }
            });
        } catch (FaultException e) {
            context.complain(e.fault());
        }
    }
}
