package dev.watchkeeper.app.panes.memory;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.DialogBox;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.redis.info.ServerInfo;
import dev.watchkeeper.redis.settings.MemorySetting;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;

/** Asks for the new value of a setting; what it will do is said before anything is done. */
final class SettingDialog extends DialogBox {
    private static final long MEGABYTE = 1L << 20;

    private final TextField size = new TextField();
    private final ComboBox<String> policy = new ComboBox<>();
    private final CheckBox keep = new CheckBox("Also after a restart: write it into redis.conf");

    /** @param chosen gets the value, and whether it is to be kept */
    SettingDialog(
            Target target,
            MemorySetting setting,
            ServerInfo.Memory now,
            BiConsumer<String, Boolean> chosen,
            Runnable back) {
        super("Change " + setting.parameter() + " on " + target.name(), Optional.of(target.environment()), 460);
        boolean isSize = setting == MemorySetting.MAXMEMORY;
        Label words = new Label(
                isSize
                        ? "So much memory at most: 256mb, 2gb, or 0 for no limit. A replica and output buffers take more."
                        : "What goes when memory is full. noeviction refuses writes instead; volatile-… takes only keys with"
                                + " a time to live.");
        words.setWrapText(true);
        words.getStyleClass().add("secondary");
        size.setText(written(now.max()));
        size.setId("setting-value");
        size.setAccessibleText(setting.parameter());
        policy.getItems().setAll(MemorySetting.POLICIES);
        policy.setValue(now.policy());
        policy.setMaxWidth(Double.MAX_VALUE);
        policy.setId("setting-value");
        policy.setAccessibleText(setting.parameter());
        keep.setMnemonicParsing(false);
        Region field = isSize ? size : policy;
        add(words, field, keep);
        Button no = Buttons.withKey("Back", "Esc", back);
        no.setCancelButton(true);
        Button yes = Buttons.styled(
                Buttons.plain(
                        "Go on…", () -> chosen.accept(isSize ? size.getText() : policy.getValue(), keep.isSelected())),
                "primary");
        yes.setDefaultButton(true);
        yes.setId("setting-go-on");
        addButtons(no, yes);
    }

    private static String written(long bytes) {
        return bytes > 0 && bytes % MEGABYTE == 0 ? bytes / MEGABYTE + "mb" : Long.toString(bytes);
    }

    /** Puts the cursor into the field. */
    void focus() {
        if (size.getScene() == null) {
            policy.requestFocus();
        } else {
            size.requestFocus();
            size.selectAll();
        }
    }
}
