package dev.watchkeeper.redis.connect;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.host.Route;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.redis.resp.Reply;
import dev.watchkeeper.redis.text.InfoText;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import redis.clients.jedis.exceptions.JedisException;

/** Opens lines, with protocol 3 where the server has it. */
final class LineDialer {
    private static final String CLIENT_NAME = "watchkeeper";

    private LineDialer() {}

    /** @param timeout for each step of getting in */
    static RespLine dial(Endpoint endpoint, HostPort host, Route route, Optional<Secret> password, Duration timeout)
            throws FaultException {
        boolean tls = Tls.isWanted(endpoint);
        RespLine line = open(endpoint, host, route, tls, timeout);
        boolean entered = false;
        try {
            line.greeted(enter(line, endpoint.user().isEmpty() ? "default" : endpoint.user(), password));
            entered = true;
            return line;
        } catch (RedisRefusal e) {
            throw e;
        } catch (FaultException e) {
            // the first words on the line: silence or a hang-up tells of TLS, not of a slow server
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new FaultException(Faults.whileConnecting(cause, host, tls), e);
        } finally {
            if (!entered) {
                line.close();
            }
        }
    }

    private static RespLine open(Endpoint endpoint, HostPort host, Route route, boolean tls, Duration timeout)
            throws FaultException {
        int millis = (int) Math.max(1, timeout.toMillis());
        Optional<Sockets.Security> security = tls
                ? Optional.of(new Sockets.Security(Tls.sockets(endpoint), Tls.parameters(endpoint)))
                : Optional.empty();
        try {
            Socket socket = new Sockets(host, route, millis, security).createSocket();
            return new RespLine(socket, host, tls);
        } catch (JedisException | IOException e) {
            throw new FaultException(Faults.whileConnecting(e, host, tls), e);
        }
    }

    private static RespLine.Greeting enter(RespLine line, String user, Optional<Secret> password)
            throws FaultException {
        List<String> hello = new ArrayList<>(List.of("HELLO", "3"));
        password.ifPresent(secret -> hello.addAll(List.of("AUTH", user, secret.reveal())));
        hello.addAll(List.of("SETNAME", CLIENT_NAME));
        Reply said = line.ask(hello.toArray(String[]::new));
        if (!said.isFailure()) {
            String version = said.get("version").text();
            return new RespLine.Greeting(version(version), said.get("id").number(), 3);
        }
        if (!said.text().toLowerCase(Locale.ROOT).startsWith("err unknown command")) {
            throw Faults.refusal(said.text(), List.of("HELLO"), line.host());
        }
        return enterAsOfOld(line, user, password);
    }

    /** HELLO was renamed away, or the server speaks protocol 2 only. */
    private static RespLine.Greeting enterAsOfOld(RespLine line, String user, Optional<Secret> password)
            throws FaultException {
        if (password.isPresent()) {
            Reply said = line.ask("AUTH", user, password.get().reveal());
            if (said.isFailure()) {
                throw Faults.refusal(said.text(), List.of("AUTH"), line.host());
            }
        }
        line.ask("CLIENT", "SETNAME", CLIENT_NAME);
        long id = line.ask("CLIENT", "ID").number();
        Reply info = line.ask("INFO", "server");
        if (info.text().startsWith("NOAUTH")) {
            throw Faults.refusal(info.text(), List.of("INFO"), line.host());
        }
        String version = InfoText.parse(info.text()).get("redis_version");
        return new RespLine.Greeting(version(version), id, 2);
    }

    private static ServerVersion version(String text) {
        return text.isEmpty() ? new ServerVersion(0, "") : ServerVersion.parse(text);
    }
}
