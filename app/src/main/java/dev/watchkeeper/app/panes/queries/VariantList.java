package dev.watchkeeper.app.panes.queries;

import dev.watchkeeper.app.controls.Buttons;
import dev.watchkeeper.app.reports.StatementWords;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.workload.StatementId;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Statements that are the same but for constants, role, database or level; a click leads to one. */
final class VariantList extends VBox {
    private static final int MOST = 12;

    private final Consumer<StatementId> goTo;

    VariantList(Consumer<StatementId> goTo) {
        super(4);
        this.goTo = goTo;
    }

    void show(List<StatementLine> variants) {
        getChildren().clear();
        Label title = new Label(
                variants.isEmpty()
                        ? "It has no variants in this time"
                        : Sizes.of(variants.size(), "variant", "variants") + " in this time");
        title.getStyleClass().add("secondary");
        getChildren().add(title);
        variants.stream().limit(MOST).forEach(variant -> getChildren().add(line(variant)));
    }

    private Button line(StatementLine variant) {
        Button button = Buttons.styled(
                Buttons.plain(
                        variant.id().role() + "@" + variant.id().database()
                                + (variant.id().topLevel() ? "" : ", nested") + ": "
                                + Sizes.of(variant.figures().calls(), "call", "calls") + ", "
                                + StatementWords.millis(variant.figures().meanMs()),
                        () -> goTo.accept(variant.id())),
                "link");
        button.setMinWidth(0);
        return button;
    }
}
