package dev.watchkeeper.app.panes.locks;

import dev.watchkeeper.postgres.locks.Party;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TreeItem;

/** One member in the tree. Those behind it are looked up when it is opened for the first time. */
final class Branch extends TreeItem<Party> {
    private LocksScene scene;
    private boolean looked;

    private Branch(Party party, LocksScene scene) {
        super(party);
        this.scene = scene;
        expandedProperty().addListener((property, before, open) -> {
            if (open && !looked) {
                looked = true;
                refresh();
            }
        });
        if (hasFollowers()) {
            // stands for the children until somebody wants to see them: without any there would be no arrow to open it
            getChildren().add(new TreeItem<>(party));
        }
    }

    /** Makes these the children, keeping the items, and with them selection and what is open, of those who stay. */
    static void reconcile(TreeItem<Party> parent, List<Party> wanted, LocksScene scene) {
        Map<Party, TreeItem<Party>> old = new HashMap<>();
        parent.getChildren().stream()
                .filter(Branch.class::isInstance)
                .forEach(child -> old.put(child.getValue(), child));
        List<TreeItem<Party>> children = wanted.stream()
                .map(party -> old.getOrDefault(party, new Branch(party, scene)))
                .toList();
        if (!children.equals(parent.getChildren())) {
            parent.getChildren().setAll(children);
        }
        for (TreeItem<Party> child : children) {
            ((Branch) child).follow(scene);
        }
    }

    private void follow(LocksScene next) {
        scene = next;
        if (looked) {
            refresh();
        } else if (hasFollowers() == getChildren().isEmpty()) {
            getChildren().setAll(hasFollowers() ? List.of(new TreeItem<>(getValue())) : List.of());
        }
    }

    private void refresh() {
        reconcile(this, hasFollowers() ? followers() : List.of(), scene);
    }

    private boolean hasFollowers() {
        if (!scene.queue().isBlocker(getValue())) {
            return false;
        }
        for (TreeItem<Party> above = getParent(); above != null; above = above.getParent()) {
            if (above.getValue().equals(getValue())) {
                return false;
            }
        }
        return true;
    }

    /** Who holds back others comes first, then by how long they wait. */
    private List<Party> followers() {
        return scene.queue().waitersFor(getValue()).stream()
                .sorted(Comparator.<Party, Boolean>comparing(
                                party -> !scene.queue().isBlocker(party))
                        .thenComparing(scene::since, Comparator.reverseOrder())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
