package dev.watchkeeper.app.dialogs;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.DialogBox;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** Asks once whether the key that an unknown host shows is its own. */
public final class TrustDialog extends DialogBox {
    /**
     * @param key type and fingerprint
     * @param remark what else is worth knowing; empty if nothing
     * @param yes called when the key may be written down
     */
    public TrustDialog(String host, String key, String remark, Runnable yes, Runnable no) {
        super("Is this " + host + "?", Optional.empty(), 560);
        Label words = new Label("Nobody here knows this host yet. It shows this key:");
        TextField fingerprint = new TextField(key);
        fingerprint.setEditable(false);
        fingerprint.setId("fingerprint");
        fingerprint.setAccessibleText("The key that the host shows");
        Label how = new Label("Compare it with what ssh-keygen -l -f /etc/ssh/" + file(key)
                + " says on the host itself. If it is the same, it is written to known_hosts, and not asked for again."
                + (remark.isEmpty() ? "" : " " + remark + "."));
        for (Label label : new Label[] {words, how}) {
            label.setWrapText(true);
        }
        how.getStyleClass().add("secondary");
        add(words, fingerprint, how);
        Button back = Buttons.withKey("Not now", "Esc", no);
        back.setCancelButton(true);
        back.setDefaultButton(true);
        Button trust = Buttons.styled(Buttons.plain("It is the same", yes), "primary");
        trust.setId("trust");
        addButtons(back, trust);
    }

    /** Where OpenSSH's server keeps a key of that type. */
    private static String file(String key) {
        return "ssh_host_" + key.replaceFirst(" .*", "").toLowerCase(Locale.ROOT) + "_key.pub";
    }
}
