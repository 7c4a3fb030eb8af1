package dev.watchkeeper.app.panes.locks;

import dev.watchkeeper.app.panes.locks.picture.MemberText;
import dev.watchkeeper.postgres.locks.Member;
import dev.watchkeeper.postgres.locks.Party;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TreeTableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Who it is and what it does, in two lines. */
final class MemberCell extends TreeTableCell<Party, Party> {
    private final ObservableValue<@Nullable LocksScene> scene;
    private final Label name = new Label();
    private final Label user = new Label();
    private final Label doing = new Label();
    private boolean mono;
    private final VBox lines = new VBox(new HBox(5, name, user), doing);

    MemberCell(ObservableValue<@Nullable LocksScene> scene) {
        this.scene = scene;
        getStyleClass().add("member-cell");
        name.getStyleClass().add("strong");
        doing.getStyleClass().add("doing");
        name.setMinWidth(USE_PREF_SIZE);
        lines.getStyleClass().add("lines");
        lines.setMinWidth(0);
        scene.addListener((property, before, now) -> fill());
    }

    @Override
    protected void updateItem(@Nullable Party party, boolean empty) {
        super.updateItem(party, empty);
        setText(null);
        setGraphic(empty || party == null ? null : lines);
        fill();
    }

    private void fill() {
        Party party = getItem();
        LocksScene now = scene.getValue();
        if (party == null || now == null) {
            return;
        }
        now.forest().member(party).ifPresent(member -> fill(member, now.text()));
    }

    private void fill(Member member, MemberText text) {
        name.setText(member.party().label());
        user.setText(
                member.party().isPrepared() ? "prepared" : Objects.requireNonNullElse(member.user(), "unknown user"));
        boolean sql = MemberText.runs(member) && !member.query().isBlank();
        if (sql != mono) {
            mono = sql;
            if (sql) {
                doing.getStyleClass().add("mono");
            } else {
                doing.getStyleClass().remove("mono");
            }
        }
        doing.setText(sql ? flat(member.query()) : text.subtitle(member, true));
    }

    private static String flat(String query) {
        String start = query.length() > 300 ? query.substring(0, 300) : query;
        return start.strip().replaceAll("\\s+", " ");
    }
}
