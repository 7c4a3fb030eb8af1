package dev.watchkeeper.postgres.patroni;

/**
 * What became of a request that changes something.
 *
 * @param status HTTP's
 * @param text in Patroni's own words
 */
public record PatroniAnswer(int status, String text) {
    /** Whether it did, or will do, what was asked. */
    public boolean ok() {
        return status >= 200 && status < 300;
    }
}
