package dev.watchkeeper.postgres.web;

/**
 * What came back.
 *
 * @param status HTTP's
 * @param body may be empty
 */
public record WebAnswer(int status, String body) {
    /** Of an answer, in bytes: far more than a cluster of hundreds of members says of itself. */
    static final long LARGEST = 8L << 20;

    public boolean ok() {
        return status >= 200 && status < 300;
    }
}
