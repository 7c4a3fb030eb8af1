package dev.watchkeeper.postgres.web;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;

/** Straight from here. */
final class DirectWire implements Wire {
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final HttpClient http;

    /** @param name of its threads */
    DirectWire(String name, Optional<SSLContext> tls) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(task -> Thread.ofVirtual().name(name).start(task))
                .connectTimeout(CONNECT);
        tls.ifPresent(builder::sslContext);
        this.http = builder.build();
    }

    @Override
    public CompletableFuture<WebAnswer> send(HttpRequest request, String body) {
        return http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), WebAnswer.LARGEST))
                .thenApply(response -> new WebAnswer(response.statusCode(), response.body()));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
