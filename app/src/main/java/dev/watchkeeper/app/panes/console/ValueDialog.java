package dev.watchkeeper.app.panes.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.Clip;
import dev.watchkeeper.app.controls.DialogBox;
import dev.watchkeeper.app.controls.result.ResultColumn;
import dev.watchkeeper.kernel.text.Sizes;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import org.jspecify.annotations.Nullable;

/** One value as a whole; JSON with each part on a line of its own. */
final class ValueDialog extends DialogBox {
    /** More of a value is not drawn; it is copied whole. */
    private static final int SHOWN = 500_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();

    private final TextArea area = new TextArea();

    /**
     * @param value null for NULL
     */
    ValueDialog(ResultColumn column, int row, @Nullable String value, Runnable back) {
        super(column.name(), Optional.empty(), 760);
        Label what = new Label(column.type() + ", row " + Sizes.count(row + 1L) + ", " + length(value));
        what.getStyleClass().add("secondary");
        area.setEditable(false);
        area.setWrapText(true);
        area.getStyleClass().add("mono");
        area.setPrefRowCount(value == null || value.length() < 400 ? 8 : 24);
        area.setText(shown(column, value));
        area.setAccessibleText("Value of " + column.name());
        add(what, area);
        Button close = Buttons.withKey("Close", "Esc", back);
        close.setCancelButton(true);
        close.setDefaultButton(true);
        addButtons(Buttons.plain("Copy", () -> Clip.copy(value == null ? "" : value)), close);
    }

    private static String length(@Nullable String value) {
        return value == null ? "NULL" : Sizes.of(value.codePointCount(0, value.length()), "character", "characters");
    }

    private static String shown(ResultColumn column, @Nullable String value) {
        if (value == null) {
            return "NULL";
        }
        String text = value.length() > SHOWN
                ? value.substring(0, SHOWN) + "\n… "
                        + Sizes.of(value.length() - SHOWN, "further character", "further characters")
                : column.json() ? indented(value) : value;
        return text;
    }

    private static String indented(String json) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            // what the server calls json and we can't read is shown as it came
            return json;
        }
    }

    /** Puts the keyboard into the text. */
    void focus() {
        area.requestFocus();
    }
}
