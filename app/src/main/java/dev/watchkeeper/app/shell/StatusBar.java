package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.controls.Badge;
import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.kernel.target.Target;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/** Where one is and as whom; at the right what was done last. */
final class StatusBar extends HBox {
    private final Badge environment = new Badge("", Tone.NEUTRAL);
    private final Label where = new Label();
    private final Button last;
    private Subscription watching = Subscription.EMPTY;

    /** @param jobs tells what runs on hosts */
    StatusBar(Node jobs, Runnable openAudit) {
        getStyleClass().add("status-bar");
        environment.getStyleClass().add("environment");
        environment.setVisible(false);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        last = Buttons.plain("What was done", openAudit);
        last.setMinWidth(80);
        last.setTextOverrun(OverrunStyle.ELLIPSIS);
        getChildren().addAll(environment, where, gap, jobs, last);
    }

    void show(FleetServer server) {
        Target target = server.target();
        environment.setVisible(true);
        environment.show(target.environment().label().toUpperCase(Locale.ROOT), tone(target.environment()));
        watching.unsubscribe();
        watching = server.versionProperty()
                .subscribe(version -> where.setText(target.name() + " · "
                        + target.endpoint().engine().title()
                        + version.map(one -> " " + one.full()).orElse("") + " · " + as(target)));
    }

    /** Who names no user enters an API or a socket as nobody. */
    private static String as(Target target) {
        String user = target.endpoint().user();
        return (user.isEmpty() ? "" : "as " + user + ", ") + (target.readOnly() ? "read-only" : "can act");
    }

    /** What was done last, with its outcome. */
    void done(String sentence) {
        last.setText(sentence);
    }

    static Tone tone(Environment environment) {
        return switch (environment) {
            case PRODUCTION -> Tone.RED;
            case STAGING -> Tone.AMBER;
            case DEVELOPMENT -> Tone.GREEN;
        };
    }
}
