package dev.watchkeeper.postgres.front;

/** What clients come for. */
public enum Use {
    WRITES("writes"),
    READS("reads"),
    /** Not known. */
    ANY("clients");

    private final String words;

    Use(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
