package dev.watchkeeper.postgres.web;

import java.net.http.HttpRequest;
import java.util.concurrent.CompletableFuture;

/** Carries requests to services, and answers back. */
interface Wire {
    /**
     * Sends it. The answer fails with what went wrong on the way; cancelling it breaks the request off.
     *
     * @param body that the request has; empty for none
     */
    CompletableFuture<WebAnswer> send(HttpRequest request, String body);

    void close();
}
