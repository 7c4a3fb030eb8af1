package dev.watchkeeper.postgres.haproxy;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.Route;
import dev.watchkeeper.kernel.host.Routes;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.web.WebAnswer;
import dev.watchkeeper.postgres.web.WebClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statistics of a HAProxy, over HTTP or its Unix socket. Thread-safe; its calls block, bounded. */
public final class HaproxyClient implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final String USUAL_PAGE = "/stats";

    private final Target target;
    private final @Nullable WebClient web;
    private final Route route;

    /**
     * Connects to nobody yet.
     *
     * @param target a host that begins with a slash is a socket's file; else its parameters {@code path} and {@code tls}
     *     say where the page is
     * @throws FaultException BAD_INPUT if its certificates can't be read
     */
    public HaproxyClient(Target target, Passwords passwords, Routes routes) throws FaultException {
        this.target = target;
        this.route = routes.to(target.placement());
        this.web = address().isUnixSocket()
                ? null
                : new WebClient(
                        target,
                        passwords,
                        route,
                        target.endpoint().parameter("tls", "false").equals("true"));
    }

    public Target target() {
        return target;
    }

    public HostPort address() {
        return target.endpoint().hosts().getFirst();
    }

    /** Asks it once. */
    public HaproxyReading read() throws FaultException {
        String text = web == null ? StatsSocket.ask(route, Path.of(address().host()), ANSWER) : page(web);
        Optional<List<StatsLine>> lines = StatsCsv.read(text);
        if (lines.isEmpty()) {
            throw notStatistics("what it answers are no statistics");
        }
        return HaproxyReading.of(lines.get());
    }

    private String page(WebClient client) throws FaultException {
        String path = target.endpoint().parameter("path", USUAL_PAGE);
        WebAnswer answer = client.get(address(), (path.equals("/") ? USUAL_PAGE : path) + ";csv", ANSWER);
        if (!answer.ok()) {
            throw notStatistics("it answers with status " + answer.status());
        }
        return answer.body();
    }

    private FaultException notStatistics(String why) {
        return new FaultException(new Fault(
                FaultKind.FAILED,
                "HAProxy at " + address() + " does not show its statistics: " + why,
                "The address needs the page that 'stats uri' names: haproxy+http://host:8404/stats"));
    }

    @Override
    public void close() {
        if (web != null) {
            web.close();
        }
    }
}
