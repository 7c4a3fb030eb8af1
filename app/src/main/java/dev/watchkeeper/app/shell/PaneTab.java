package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.controls.Badge;
import dev.watchkeeper.app.controls.Tone;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

/** A tab with the pane's title and its news. */
final class PaneTab extends ToggleButton {
    private final Badge badge = new Badge("", Tone.NEUTRAL);

    PaneTab(PaneFactory factory, ToggleGroup group) {
        super(factory.title());
        getStyleClass().setAll("pane-tab");
        setToggleGroup(group);
        setMnemonicParsing(false);
        badge.getStyleClass().add("strong");
        setMinWidth(USE_PREF_SIZE);
    }

    /** Shows the pane's news from now on. */
    void follow(PaneHeader header) {
        header.newsProperty().subscribe(news -> {
            setGraphic(news.isPresent() ? badge : null);
            news.ifPresent(one -> badge.show(one.text(), one.tone()));
            setAccessibleText(getText() + news.map(one -> ", " + one.text()).orElse(""));
        });
    }

    /** Pressing the selected tab leaves it selected. */
    @Override
    public void fire() {
        if (!isSelected()) {
            super.fire();
        }
    }
}
