package dev.watchkeeper.app.panes.sessions;

import dev.watchkeeper.postgres.sessions.Session;
import org.jspecify.annotations.Nullable;

/** By what sessions can be put together. */
enum Grouping {
    NONE("nothing"),
    USER("user"),
    APPLICATION("application"),
    DATABASE("database"),
    CLIENT("client"),
    STATE("state");

    private final String label;

    Grouping(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** The group's name; an unknown one is named so. */
    String of(Session session) {
        String group = value(session);
        return group == null || group.isBlank() ? "(no " + label + ")" : group;
    }

    private @Nullable String value(Session session) {
        return switch (this) {
            case NONE -> "";
            case USER -> session.user();
            case APPLICATION -> session.application();
            case DATABASE -> session.database();
            case CLIENT -> session.client();
            case STATE -> session.state().label();
        };
    }
}
