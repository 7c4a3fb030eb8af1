package dev.watchkeeper.postgres.catalog;

import java.util.Locale;

/** What else has a name. */
public enum NameKind {
    SCHEMA,
    ROLE,
    DATABASE,
    SETTING,
    TYPE,
    EXTENSION,
    TABLESPACE;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static NameKind of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
