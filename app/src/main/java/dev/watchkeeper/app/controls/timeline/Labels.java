package dev.watchkeeper.app.controls.timeline;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** As many labels as are needed, used again at every layout. */
final class Labels {
    private final Timeline owner;
    private final String styleClass;
    private final List<Label> labels = new ArrayList<>();
    private int used;

    Labels(Timeline owner, String styleClass) {
        this.owner = owner;
        this.styleClass = styleClass;
    }

    void begin() {
        used = 0;
    }

    /** A label with its size, to be placed. */
    Label next(String text) {
        if (used == labels.size()) {
            Label label = new Label();
            label.getStyleClass().add(styleClass);
            label.setMouseTransparent(true);
            label.setMinWidth(Region.USE_PREF_SIZE);
            labels.add(label);
            owner.children().add(label);
        }
        Label label = labels.get(used++);
        label.setVisible(true);
        label.setText(text);
        label.autosize();
        return label;
    }

    void end() {
        labels.subList(used, labels.size()).forEach(label -> label.setVisible(false));
    }
}
