package dev.watchkeeper.app.panes.backups;

import dev.watchkeeper.app.controls.Buttons;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/** Buttons for deeds; what can't be done now is there too, and says why. */
final class DeedButtons {
    private DeedButtons() {}

    static Node button(BackupDeeds.Deed deed) {
        return button(deed, "plain");
    }

    /** @param look a further style class: {@code primary} */
    static Node button(BackupDeeds.Deed deed, String look) {
        Button button = Buttons.withKey(deed.label(), deed.key(), deed.run());
        button.setId("deed-"
                + deed.label()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z]+", "-")
                        .replaceAll("-$", ""));
        Buttons.styled(button, look);
        StackPane holder = new StackPane(button);
        deed.whyNot().ifPresent(reason -> {
            button.setDisable(true);
            button.setAccessibleText(deed.label() + ", not now: " + reason);
            Tooltip.install(holder, new Tooltip(reason));
        });
        return holder;
    }
}
