package dev.watchkeeper.postgres.web;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.Route;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.kernel.target.Target;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/**
 * Speaks HTTP with the services of one target. A password goes only where it is asked for, or where something is changed.
 * No redirect is followed. Thread-safe; its calls block.
 */
public final class WebClient implements AutoCloseable {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final Target target;
    private final Passwords passwords;
    private final boolean tls;
    private final Wire wire;

    /**
     * Connects to nobody yet.
     *
     * @param route on which the services are reached
     * @param tls whether its services speak https
     * @throws FaultException BAD_INPUT if the target's certificates can't be read
     */
    public WebClient(Target target, Passwords passwords, Route route, boolean tls) throws FaultException {
        this.target = target;
        this.passwords = passwords;
        this.tls = tls;
        Optional<SSLContext> trust = tls ? Optional.of(WebTrust.of(target.endpoint())) : Optional.empty();
        this.wire = route.isDirect() ? new DirectWire("web-" + target.name(), trust) : new RoutedWire(route, trust);
    }

    /** Asks for a page, without a password at first. */
    public WebAnswer get(HostPort at, String path, Duration limit) throws FaultException {
        HttpRequest.Builder request = request(at, path).GET();
        WebAnswer answer = send(at, request, "", limit);
        Optional<String> login = answer.status() == UNAUTHORIZED ? login(at) : Optional.empty();
        if (login.isEmpty()) {
            return checked(at, answer);
        }
        return checked(at, send(at, request.header("Authorization", login.get()), "", limit));
    }

    /** Changes something; with the target's user and password, if it has them. */
    public WebAnswer change(HostPort at, String method, String path, String json, Duration limit)
            throws FaultException {
        BodyPublisher body = json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
        HttpRequest.Builder request =
                request(at, path).header("Content-Type", "application/json").method(method, body);
        Optional<String> login = login(at);
        login.ifPresent(header -> request.header("Authorization", header));
        return checked(at, send(at, request, json, limit));
    }

    private HttpRequest.Builder request(HostPort at, String path) {
        return HttpRequest.newBuilder(URI.create((tls ? "https://" : "http://") + at + path));
    }

    private Optional<String> login(HostPort at) throws FaultException {
        Endpoint endpoint = target.endpoint();
        if (endpoint.user().isEmpty()) {
            return Optional.empty();
        }
        String password = passwords.find(target, at).map(Secret::reveal).orElse("");
        byte[] both = (endpoint.user() + ":" + password).getBytes(StandardCharsets.UTF_8);
        return Optional.of("Basic " + Base64.getEncoder().encodeToString(both));
    }

    /** Within the limit also if the body never ends: the request's own timeout is over with the headers. */
    private WebAnswer send(HostPort at, HttpRequest.Builder request, String body, Duration limit)
            throws FaultException {
        CompletableFuture<WebAnswer> under = wire.send(request.build(), body);
        try {
            return under.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            under.cancel(true);
            throw new FaultException(
                    new Fault(
                            FaultKind.TIMEOUT,
                            who(at) + " does not answer within " + limit.toMillis() + " ms",
                            "Is it overloaded, or does it hang?"),
                    e);
        } catch (InterruptedException e) {
            under.cancel(true);
            Thread.currentThread().interrupt();
            throw new FaultException(new Fault(FaultKind.UNREACHABLE, "asking " + who(at) + " was broken off"), e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new FaultException(WebFaults.of(cause, who(at)), cause);
        }
    }

    private WebAnswer checked(HostPort at, WebAnswer answer) throws FaultException {
        if (answer.status() == UNAUTHORIZED || answer.status() == FORBIDDEN) {
            boolean named = !target.endpoint().user().isEmpty();
            throw new FaultException(
                    FaultKind.DENIED,
                    who(at)
                            + (named
                                    ? " does not accept the password of "
                                            + target.endpoint().user()
                                    : " wants a user and a password"),
                    named ? "Check where the password comes from" : "Name the user in the connection, before an @");
        }
        return answer;
    }

    private String who(HostPort at) {
        return target.endpoint().engine().title() + " at " + at;
    }

    @Override
    public void close() {
        wire.close();
    }
}
