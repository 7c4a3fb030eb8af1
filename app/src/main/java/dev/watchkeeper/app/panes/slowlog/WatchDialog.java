package dev.watchkeeper.app.panes.slowlog;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.DialogBox;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.redis.settings.WatchSetting;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** Asks from which time on a command, or an event, is to be noted; what it will do is said before anything is done. */
final class WatchDialog extends DialogBox {
    private final TextField value = new TextField();
    private final CheckBox keep = new CheckBox("Also after a restart: write it into redis.conf");

    /** @param chosen gets the value, and whether it is to be kept */
    WatchDialog(
            Target target, WatchSetting setting, String proposed, BiConsumer<String, Boolean> chosen, Runnable back) {
        super("Change " + setting.parameter() + " on " + target.name(), Optional.of(target.environment()), 460);
        Label words = new Label(
                setting == WatchSetting.LATENCY_THRESHOLD
                        ? "What holds the server up for so long is noted, with what it was: 100ms, 10ms, or off. Below 1 ms"
                                + " it can't tell."
                        : "A command that takes longer is kept in the slow log: 10ms, 500us, or off. Time in the command"
                                + " itself counts, without waiting and the network.");
        words.setWrapText(true);
        words.getStyleClass().add("secondary");
        value.setText(proposed);
        value.setId("setting-value");
        value.setAccessibleText(setting.parameter());
        keep.setMnemonicParsing(false);
        add(words, value, keep);
        Button no = Buttons.withKey("Back", "Esc", back);
        no.setCancelButton(true);
        Button yes = Buttons.styled(
                Buttons.plain("Go on…", () -> chosen.accept(value.getText(), keep.isSelected())), "primary");
        yes.setDefaultButton(true);
        yes.setId("setting-go-on");
        addButtons(no, yes);
    }

    /** Puts the cursor into the field. */
    void focus() {
        value.requestFocus();
        value.selectAll();
    }
}
