package dev.watchkeeper.app.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Light or dark, as the system has it or as the person wants it; dresses scenes and keeps them dressed. */
public final class Theme {
    /** What the person wants. */
    public enum Choice {
        SYSTEM,
        LIGHT,
        DARK
    }

    private static final String HOME = "/dev/watchkeeper/resources/";
    private static final List<String> FONTS =
            List.of("Roboto-Regular", "Roboto-Medium", "Roboto-Bold", "JetBrainsMono-Regular", "JetBrainsMono-Bold");

    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();

    /** Loads the fonts; on the FX thread. */
    public Theme(Choice choice) {
        FONTS.forEach(Theme::load);
        this.choice.addListener((property, before, now) -> decide());
        Platform.getPreferences().colorSchemeProperty().addListener((property, before, now) -> decide());
        this.choice.set(choice);
    }

    private static void load(String font) {
        try (InputStream file = resource("fonts/" + font + ".ttf").openStream()) {
            Font.loadFont(file, 13);
        } catch (IOException e) {
            throw new UncheckedIOException("a font of the console can't be read: " + font, e);
        }
    }

    private static URL resource(String path) {
        return Objects.requireNonNull(Theme.class.getResource(HOME + path), path);
    }

    private void decide() {
        dark.set(
                switch (choice.get()) {
                    case LIGHT -> false;
                    case DARK -> true;
                    case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
                });
    }

    public ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    /** Whether it is dark now. */
    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    /** From light to dark or back. */
    public void toggle() {
        choice.set(dark.get() ? Choice.LIGHT : Choice.DARK);
    }

    /** Dresses the scene, now and whenever the theme changes. */
    public void dress(Scene scene) {
        apply(scene);
        dark.addListener((property, before, now) -> apply(scene));
    }

    private void apply(Scene scene) {
        scene.setUserAgentStylesheet(
                dark.get() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        String tokens = dark.get() ? "theme/dark.css" : "theme/light.css";
        scene.getStylesheets()
                .setAll(
                        resource(tokens).toExternalForm(),
                        resource("theme/watchkeeper.css").toExternalForm());
    }
}
