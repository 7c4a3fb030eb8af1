package dev.watchkeeper.app.panes.queries.log;

import dev.watchkeeper.app.controls.Banner;
import dev.watchkeeper.app.controls.BannerText;
import dev.watchkeeper.app.logview.LeafPanel;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.app.shell.PaneExport;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.poll.Poll;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.postgres.serverlog.ServerLog;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The server's log: slow statements, errors, lock waits and the like, grouped; the chosen group on a closer look; and
 * letting the server log more. Asks nothing before it is seen for the first time. Lives on the FX thread.
 */
public final class LogPanel extends VBox implements LeafPanel {
    private final PaneContext context;
    private final LogFeed feed;
    private final Logging logging;
    private final LogView view;
    private final StackPane stage;
    private final ObjectProperty<Optional<BannerText>> trouble = new SimpleObjectProperty<>(Optional.empty());
    private Optional<Snapshot<ServerLog>> shown = Optional.empty();
    private Runnable onAnswer = () -> {};
    private boolean answered;

    /** @param context of the pane that shows it */
    public LogPanel(PaneContext context) {
        super(10);
        this.context = context;
        feed = new LogFeed(context, LogView.FIRST.length(), this::arrived);
        logging = new Logging(context, feed::refresh);
        view = new LogView(reach -> feed.window(reach.length()), this::logMore);
        stage = new StackPane(view);
        VBox.setVgrow(stage, Priority.ALWAYS);
        getChildren().addAll(new Banner(trouble), stage);
    }

    @Override
    public void seen(boolean isSeen) {
        feed.seen(isSeen);
    }

    @Override
    public void onAnswer(Runnable action) {
        onAnswer = action;
    }

    @Override
    public boolean hasAnswered() {
        return answered;
    }

    @Override
    public void filter(String text) {
        view.filter(text);
    }

    @Override
    public void refresh() {
        feed.refresh();
    }

    /** What the table shows now; empty if nothing was read yet. */
    public Optional<PaneExport> export() {
        return shown.map(snapshot ->
                LogExport.of(snapshot, view.groups(), context.origin().filtered(view.words())));
    }

    /** Asks what the server is to log from now on; nothing if it is not known yet what it logs. */
    public void logMore() {
        shown.ifPresent(snapshot -> logging.ask(snapshot.value().settings()));
    }

    private void arrived(LogFeed.Arrival arrival) {
        Optional<Fault> refusal = refusal(arrival.poll());
        trouble.set(refusal.isPresent() ? Optional.empty() : BannerText.of(arrival.poll()));
        refusal.ifPresent(fault -> bring(NotReadable.of(fault, feed::refresh)));
        if (arrival.poll() instanceof Poll.Fresh<ServerLog> fresh) {
            shown = Optional.of(fresh.snapshot());
            view.show(fresh.snapshot(), arrival.lines());
            bring(view);
        }
        answered = true;
        onAnswer.run();
    }

    /** What won't get better by itself, and has an answer of its own. */
    private static Optional<Fault> refusal(Poll<ServerLog> poll) {
        return switch (poll) {
            case Poll.Fresh<ServerLog> fresh -> Optional.empty();
            case Poll.Unavailable<ServerLog> unavailable -> Optional.of(unavailable.fault());
            case Poll.Failed<ServerLog> failed ->
                Optional.of(failed.fault()).filter(fault -> fault.kind() == FaultKind.DENIED);
        };
    }

    private void bring(Node node) {
        if (!stage.getChildren().contains(node)) {
            stage.getChildren().setAll(node);
        }
    }

    @Override
    public void close() {
        feed.close();
    }
}
