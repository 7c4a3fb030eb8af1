package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.controls.KeyHint;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** Logo, the field that opens the palette, and the theme's switch. */
final class TopBar extends HBox {
    TopBar(Theme theme, Runnable palette) {
        getStyleClass().add("top-bar");
        Region ring = new Region();
        ring.getStyleClass().add("logo-ring");
        StackPane logo = new StackPane(ring);
        logo.getStyleClass().add("logo");
        Label name = new Label("Watchkeeper");
        name.getStyleClass().add("app-name");
        HBox brand = new HBox(8, logo, name);
        brand.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        brand.setMinWidth(218);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(brand, search(palette), gap, themeSwitch(theme));
    }

    private static Button search(Runnable palette) {
        Button search = Buttons.plain("", palette);
        Label prompt = new Label("Go to a server, a pane, an action…");
        prompt.getStyleClass().add("secondary");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox content = new HBox(prompt, gap, new KeyHint("Ctrl K"));
        content.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        content.setPrefWidth(436);
        search.setGraphic(content);
        search.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        search.getStyleClass().add("search-button");
        search.setAccessibleText("Go to a server, a pane, an action, key Ctrl K");
        search.setMinWidth(160);
        return search;
    }

    private static Button themeSwitch(Theme theme) {
        Button button = Buttons.icon("mdi2w-weather-night", "Light or dark", theme::toggle);
        if (button.getGraphic() instanceof FontIcon icon) {
            theme.darkProperty()
                    .subscribe(dark -> icon.setIconLiteral(dark ? "mdi2w-white-balance-sunny" : "mdi2w-weather-night"));
        }
        return button;
    }
}
