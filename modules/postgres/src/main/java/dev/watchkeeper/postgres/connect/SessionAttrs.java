package dev.watchkeeper.postgres.connect;

import java.util.Locale;
import java.util.Optional;

/** libpq's {@code target_session_attrs}: which of several hosts will do. */
enum SessionAttrs {
    ANY,
    READ_WRITE,
    READ_ONLY,
    PRIMARY,
    STANDBY,
    PREFER_STANDBY;

    static Optional<SessionAttrs> of(String label) {
        for (SessionAttrs attrs : values()) {
            if (attrs.label().equals(label.toLowerCase(Locale.ROOT))) {
                return Optional.of(attrs);
            }
        }
        return Optional.empty();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean accepts(boolean standby, boolean readOnly) {
        return switch (this) {
            case ANY -> true;
            case READ_WRITE -> !standby && !readOnly;
            case READ_ONLY -> standby || readOnly;
            case PRIMARY -> !standby;
            case STANDBY, PREFER_STANDBY -> standby;
        };
    }
}
