package dev.watchkeeper.postgres.web;

/**
 * What came back.
 *
 * @param status HTTP's
 * @param body may be empty
 */
public record WebAnswer(int status, String body) {
    public boolean ok() {
        return status >= 200 && status < 300;
    }
}
