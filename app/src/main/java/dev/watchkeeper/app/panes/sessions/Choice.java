package dev.watchkeeper.app.panes.sessions;

import java.util.Set;

/**
 * Which sessions the person wants to see, and how.
 *
 * @param text narrows to those that have it in any column; empty for all
 * @param only states that are wanted; empty for all
 * @param hideIdle leaves those out that do nothing and are in no transaction
 * @param background processes of the server itself, too
 * @param walsenders those that feed standbys, too
 * @param workers parallel workers below their leader, too; else they are folded into it
 */
record Choice(
        String text,
        Set<StateGroup> only,
        boolean hideIdle,
        boolean background,
        boolean walsenders,
        boolean workers,
        Grouping grouping) {
    static final Choice ALL = new Choice("", Set.of(), false, false, false, false, Grouping.NONE);

    Choice {
        only = Set.copyOf(only);
    }

    Choice text(String newText) {
        return new Choice(newText, only, hideIdle, background, walsenders, workers, grouping);
    }

    Choice only(Set<StateGroup> newOnly) {
        return new Choice(text, newOnly, hideIdle, background, walsenders, workers, grouping);
    }

    Choice hideIdle(boolean hide) {
        return new Choice(text, only, hide, background, walsenders, workers, grouping);
    }

    Choice background(boolean show) {
        return new Choice(text, only, hideIdle, show, walsenders, workers, grouping);
    }

    Choice walsenders(boolean show) {
        return new Choice(text, only, hideIdle, background, show, workers, grouping);
    }

    Choice workers(boolean show) {
        return new Choice(text, only, hideIdle, background, walsenders, show, grouping);
    }

    Choice grouping(Grouping newGrouping) {
        return new Choice(text, only, hideIdle, background, walsenders, workers, newGrouping);
    }

    /** In words, for the cover of a report; empty if all is shown. */
    String words() {
        StringBuilder words = new StringBuilder();
        if (!text.isBlank()) {
            words.append("with “").append(text.strip()).append("”");
        }
        only.stream()
                .sorted()
                .forEach(state -> words.append(words.isEmpty() ? "" : ", ").append(state.label()));
        if (hideIdle) {
            words.append(words.isEmpty() ? "" : ", ").append("idle ones hidden");
        }
        return words.toString();
    }
}
