package dev.watchkeeper.kernel.sql;

/** What a statement is for, as far as its text tells. */
public enum Effect {
    READ("reads"),
    /** It calls what may do anything, or locks rows: {@code DO}, {@code CALL}, {@code SELECT … FOR UPDATE}, {@code nextval}. */
    MAY_CHANGE("may change data"),
    CHANGE_DATA("changes data"),
    /** Objects, rights, roles, databases. */
    CHANGE_SCHEMA("changes the schema"),
    /** {@code BEGIN}, {@code COMMIT}, {@code SAVEPOINT} … */
    TRANSACTION("controls the transaction"),
    /** {@code SET}, {@code LISTEN}, {@code PREPARE} …: nothing but this session. */
    SESSION("changes this session"),
    /** {@code VACUUM}, {@code REINDEX}, {@code ALTER SYSTEM}, {@code CHECKPOINT} …: the server's own work and settings. */
    UTILITY("works on the server");

    private final String words;

    Effect(String words) {
        this.words = words;
    }

    /** For a sentence about the statement: {@code changes data}. */
    public String words() {
        return words;
    }

    /** Whether anything outside of the session may be different afterwards. */
    public boolean changes() {
        return this == MAY_CHANGE || this == CHANGE_DATA || this == CHANGE_SCHEMA || this == UTILITY;
    }
}
