package dev.watchkeeper.app.panes.replication;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Clip;
import dev.watchkeeper.app.controls.DialogBox;
import dev.watchkeeper.app.controls.Sentence;
import dev.watchkeeper.app.controls.SqlView;
import dev.watchkeeper.app.reports.TopologyWords;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.topology.Cluster;
import dev.watchkeeper.kernel.topology.Offer;
import dev.watchkeeper.kernel.topology.Preflight;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** What can be done to a cluster from the pane: what needs the servers is made elsewhere, and confirmed then. */
final class Deeds {
    /** Actions that tell what to type and change nothing. */
    private static final Set<String> PLANS = Set.of("plan-replica");

    private final PaneContext context;
    private final Cluster cluster;
    private final Consumer<Outcome> afterwards;

    /** Something that has to ask the servers before it can be confirmed. */
    private interface Making {
        Action make() throws FaultException;
    }

    /**
     * @param afterwards called when something was done
     */
    Deeds(PaneContext context, Cluster cluster, Consumer<Outcome> afterwards) {
        this.context = context;
        this.cluster = cluster;
        this.afterwards = afterwards;
    }

    /**
     * Does what is offered, after asking what has to be known.
     *
     * @param subject what it is done to, by name
     */
    void take(Offer offer, String subject) {
        if (offer.questions().isEmpty()) {
            make(offer.name(), () -> offer.maker().make(Map.of()));
            return;
        }
        QuestionDialog dialog = new QuestionDialog(
                offer,
                subject,
                context.target(),
                answers -> {
                    context.modals().close();
                    make(offer.name(), () -> offer.maker().make(answers));
                },
                context.modals()::close);
        context.modals().open(dialog, () -> {});
        dialog.focus();
    }

    /** Makes this node the primary. */
    void switchover(String candidate) {
        make("switchover", () -> cluster.switchover(candidate));
    }

    private void make(String name, Making making) {
        context.background("prepare " + name, () -> {
            try {
                Action action = making.make();
                context.fx().run(() -> act(action));
            } catch (FaultException e) {
                context.complain(e.fault());
            }
        });
    }

    private void act(Action action) {
        if (PLANS.contains(action.name())) {
            showPlan(action);
        } else {
            context.act(action, afterwards);
        }
    }

    /** What is only shown needs no confirmation. */
    private void showPlan(Action plan) {
        Label preview = new Label(Sentence.begin(plan.preview()));
        preview.setWrapText(true);
        preview.setMinHeight(Region.USE_PREF_SIZE);
        script("The way to a new standby", plan.statement(), preview);
    }

    /** Lets discovery into a node, after saying with whose credentials. */
    void connect(dev.watchkeeper.kernel.topology.Node node, Runnable then) {
        DialogBox dialog = new DialogBox(
                "Connect to " + node.name() + "?", Optional.of(context.target().environment()), 520);
        String user = context.target().endpoint().user();
        Label what = new Label(
                "Discovery has found " + TopologyWords.address(node) + ", and nobody has said how to enter it. "
                        + (user.isEmpty() ? "The password of " : "The user " + user + " and the password of ")
                        + context.target().name() + " would be sent there.");
        what.setWrapText(true);
        Label more =
                new Label("It is asked from then on, until the console is closed. Save it as a connection of its own to"
                        + " enter it as somebody else.");
        more.setWrapText(true);
        more.getStyleClass().add("secondary");
        dialog.add(what, more);
        Button yes = Buttons.styled(
                Buttons.plain("Connect", () -> {
                    context.modals().close();
                    context.background("enter " + node.name(), () -> {
                        cluster.lend(node.id());
                        context.fx().run(then);
                    });
                }),
                "primary");
        yes.setId("lend");
        yes.setDefaultButton(true);
        Button no = Buttons.withKey("Back", "Esc", context.modals()::close);
        no.setCancelButton(true);
        dialog.addButtons(no, yes);
        context.modals().open(dialog, () -> {});
        yes.requestFocus();
    }

    /** What a switchover would run, to be read and copied. */
    void showCommands(Preflight preflight) {
        String steps = String.join("\n", preflight.steps());
        String nothing = "-- nothing: " + preflight.refusal().orElse("there are no steps");
        script("Switchover to " + preflight.name() + ": what is run", steps.isEmpty() ? nothing : steps);
    }

    private void script(String title, String text, Node... above) {
        DialogBox dialog = new DialogBox(title, Optional.of(context.target().environment()), 760);
        SqlView view = new SqlView();
        view.setMaxLines(24);
        view.setText(text);
        dialog.add(above);
        dialog.add(view);
        Button close = Buttons.withKey("Close", "Esc", context.modals()::close);
        close.setDefaultButton(true);
        close.setCancelButton(true);
        dialog.addButtons(Buttons.plain("Copy", () -> Clip.copy(text)), close);
        context.modals().open(dialog, () -> {});
        close.requestFocus();
    }
}
