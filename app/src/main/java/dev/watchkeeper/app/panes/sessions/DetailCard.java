package dev.watchkeeper.app.panes.sessions;

import dev.watchkeeper.app.controls.Badge;
import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.SqlView;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.sessions.Session;
import dev.watchkeeper.postgres.sessions.SessionDetail;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One session on a closer look, with what can be done about it. */
final class DetailCard extends Card {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    /** What the buttons do. */
    record Deeds(Runnable cancel, Runnable terminate, Consumer<Session> plan, Runnable close) {}

    private final Deeds deeds;
    private final Label pid = new Label();
    private final Badge state = new Badge("", Tone.NEUTRAL);
    private final Badge wait = new Badge("", Tone.VIOLET);
    private final Label who = new Label();
    private final Facts facts = new Facts();
    private final SqlView statement = new SqlView();
    private final Label effect = new Label();
    private final VBox effectBox = new VBox(2, effect);
    private final VBox progress = new VBox(6);
    private final VBox locks = new VBox(4);
    private final Label planTitle = section("Plan");
    private final SqlView plan = new SqlView();
    private @Nullable Session shown;

    DetailCard(Deeds deeds) {
        this.deeds = deeds;
        setPrefWidth(368);
        setMinWidth(368);
        pid.getStyleClass().add("pane-title");
        who.getStyleClass().add("secondary");
        who.setWrapText(true);
        effect.setWrapText(true);
        statement.setMaxLines(14);
        plan.setMaxLines(18);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, pid, state, wait, gap, Buttons.icon("mdi2c-close", "Close the details", deeds.close()));
        head.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        VBox body = new VBox(
                head, who, facts, statement, effectBox, buttons(), progress, section("Locks"), locks, planTitle, plan);
        body.getStyleClass().add("card-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
        hidePlan();
    }

    private HBox buttons() {
        Button terminate = Buttons.styled(Buttons.withKey("Terminate…", "K", deeds.terminate()), "danger");
        Button cancel = Buttons.withKey("Cancel query", "C", deeds.cancel());
        Button explain = Buttons.plain("Plan", () -> {
            if (shown != null) {
                deeds.plan().accept(shown);
            }
        });
        return new HBox(8, terminate, cancel, explain);
    }

    private static Label section(String title) {
        Label label = new Label(title);
        label.getStyleClass().add("card-title");
        return label;
    }

    /** What the list knows of it. */
    void show(SessionLine.One line, Ending ending) {
        Session session = line.session();
        if (shown == null || !shown.id().equals(session.id())) {
            locks.getChildren().setAll(quiet("Looking…"));
            progress.getChildren().clear();
            hidePlan();
        }
        shown = session;
        pid.setText(Integer.toString(session.pid()));
        state.show(
                session.state().badge().isEmpty()
                        ? session.backendType()
                        : session.state().badge(),
                StateGroup.tone(session.state()));
        wait.setVisible(session.waitEvent() != null);
        wait.show(
                session.waitEvent() == null ? "" : session.waitEvent(),
                StateGroup.of(session) == StateGroup.WAITING ? Tone.RED : Tone.VIOLET);
        who.setText(String.join(
                " · ",
                List.of(
                                text(session.user()) + "@" + text(session.database()),
                                session.application(),
                                text(session.client()),
                                session.tls() == null ? "no TLS" : session.tls())
                        .stream()
                        .filter(part -> !part.isEmpty())
                        .toList()));
        showFacts(line);
        statement.setText(session.query());
        showEffect(ending);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private void showFacts(SessionLine.One line) {
        Session session = line.session();
        Instant now = line.now();
        facts.clear();
        facts.add("Transaction", since(session.xactStart(), session.xactAge(now)));
        facts.add("Statement", since(session.queryStart(), session.queryAge(now)));
        facts.add("In this state", since(session.stateChange(), session.stateAge(now)));
        if (!session.hidden()) {
            facts.add("Connected", since(session.backendStart(), Duration.between(session.backendStart(), now)));
        }
        if (session.xid() != null) {
            facts.add("Transaction id", session.xid() + ", " + Sizes.count(session.xidAge()) + " old: it has written");
        }
        if (session.xminAge() > 0) {
            facts.add("Holds back vacuum", Sizes.of(session.xminAge(), "transaction", "transactions"));
        }
        if (!session.blockedBy().isEmpty()) {
            facts.add("Waits behind", SessionColumns.blockers(session));
        }
    }

    private static String since(@Nullable Instant start, @Nullable Duration age) {
        return start == null || age == null
                ? "none"
                : Spans.words(age) + ", since " + TIME.format(start.atZone(ZoneId.systemDefault()));
    }

    private void showEffect(Ending ending) {
        boolean frees = ending.freed() > 0;
        effectBox.getStyleClass().setAll("ground", frees ? Tone.GREEN.styleClass() : Tone.NEUTRAL.styleClass());
        effect.getStyleClass()
                .setAll("label", "medium", "toned", frees ? Tone.GREEN.styleClass() : Tone.NEUTRAL.styleClass());
        effect.setText((frees
                        ? "Ending it frees " + Sizes.of(ending.freed(), "session", "sessions") + "."
                        : "Nobody waits for it to end.")
                + (ending.stillWaiting() == 0
                        ? ""
                        : " " + Sizes.of(ending.stillWaiting(), "other goes on waiting", "others go on waiting")
                                + " for somebody else."));
    }

    /** What the server told on a closer look at this session. */
    void show(SessionDetail detail, Instant now) {
        statement.setText(detail.query());
        locks.getChildren()
                .setAll(detail.locks().stream().map(lock -> lockLine(lock, now)).toList());
        if (detail.locks().isEmpty()) {
            locks.getChildren().add(quiet("It holds none."));
        }
        progress.getChildren()
                .setAll(detail.progress().stream().map(DetailCard::progressLine).toList());
    }

    private static Node lockLine(SessionDetail.HeldLock lock, Instant now) {
        Badge badge = lock.granted() ? new Badge("holds", Tone.NEUTRAL) : new Badge("waits", Tone.RED);
        Label what = new Label(lock.what());
        what.getStyleClass().add("mono");
        what.setTooltip(new javafx.scene.control.Tooltip(lock.what()));
        Label mode = quiet(lock.mode().replaceFirst("Lock$", "")
                + (lock.since() == null ? "" : " · " + Spans.words(Duration.between(lock.since(), now))));
        mode.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(8, badge, what, gap, mode);
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return line;
    }

    private static Node progressLine(SessionDetail.Progress progress) {
        double share = progress.total() > 0 ? (double) progress.done() / progress.total() : -1;
        ProgressBar bar = new ProgressBar(share);
        bar.setMaxWidth(Double.MAX_VALUE);
        Label words = new Label(progress.command() + ": " + progress.phase()
                + (share < 0 ? "" : ", " + Math.round(100 * share) + " %") + " · " + Sizes.count(progress.done())
                + (progress.total() > 0 ? " of " + Sizes.count(progress.total()) : "") + " " + progress.unit());
        words.setWrapText(true);
        return new VBox(3, words, bar);
    }

    /** It can't be looked at any closer. */
    void show(Fault fault) {
        locks.getChildren().setAll(quiet(fault.sentence()));
        progress.getChildren().clear();
    }

    /** The plan that was asked for, or why there is none. */
    void showPlan(String text) {
        plan.setText(text);
        planTitle.setVisible(true);
        planTitle.setManaged(true);
        plan.setVisible(true);
        plan.setManaged(true);
    }

    private void hidePlan() {
        planTitle.setVisible(false);
        planTitle.setManaged(false);
        plan.setVisible(false);
        plan.setManaged(false);
    }

    private static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("secondary");
        label.setWrapText(true);
        return label;
    }
}
