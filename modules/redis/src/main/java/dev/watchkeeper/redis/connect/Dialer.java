package dev.watchkeeper.redis.connect;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.Route;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.redis.text.InfoText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** Opens connections to a target: to the first of its hosts that answers. */
final class Dialer {
    private static final String CLIENT_NAME = "watchkeeper";

    private final Target target;
    private final Passwords passwords;
    private final Route route;

    Dialer(Target target, Passwords passwords, Route route) {
        this.target = target;
        this.passwords = passwords;
        this.route = route;
    }

    /** One host, tried. */
    @FunctionalInterface
    private interface Attempt<C> {
        C at(HostPort host) throws FaultException;
    }

    /** @param timeout for each host, and for each step of getting in */
    Connected dial(Duration timeout) throws FaultException {
        return first(host -> dial(host, timeout));
    }

    /** The same with a line on which bytes stay what they are; in the target's database. */
    RespLine line(Duration timeout) throws FaultException {
        int database = database(target.endpoint());
        RespLine line = first(host -> line(host, timeout));
        if (database != 0) {
            dev.watchkeeper.redis.resp.Reply said = line.ask("SELECT", Integer.toString(database));
            if (said.isFailure()) {
                line.close();
                throw Faults.refusal(said.text(), List.of("SELECT"), line.host());
            }
        }
        return line;
    }

    private RespLine line(HostPort host, Duration timeout) throws FaultException {
        Endpoint endpoint = target.endpoint();
        try {
            return LineDialer.dial(endpoint, host, route, passwords.find(target, host), timeout);
        } catch (RedisRefusal e) {
            if (mayBeOpen(e)) {
                return LineDialer.dial(endpoint, host, route, Optional.empty(), timeout);
            }
            throw e;
        }
    }

    private <C> C first(Attempt<C> attempt) throws FaultException {
        List<FaultException> faults = new ArrayList<>();
        for (HostPort host : target.endpoint().hosts()) {
            try {
                return attempt.at(host);
            } catch (FaultException e) {
                // who was told no tries no other host: a wrong password tried again and again locks an account
                if (!e.fault().kind().mayPass()) {
                    throw e;
                }
                faults.add(e);
            }
        }
        throw faults.size() == 1 ? faults.getFirst() : together(faults);
    }

    private static FaultException together(List<FaultException> faults) {
        Fault first = faults.getFirst().fault();
        String said = faults.stream().map(e -> e.fault().message()).distinct().collect(Collectors.joining("; "));
        return new FaultException(first.kind(), "none of the hosts will do: " + said, first.advice());
    }

    private Connected dial(HostPort host, Duration timeout) throws FaultException {
        Endpoint endpoint = target.endpoint();
        boolean tls = Tls.isWanted(endpoint);
        int millis = (int) Math.max(1, timeout.toMillis());
        Optional<Sockets.Security> security = tls
                ? Optional.of(new Sockets.Security(Tls.sockets(endpoint), Tls.parameters(endpoint)))
                : Optional.empty();
        DefaultJedisClientConfig config = DefaultJedisClientConfig.builder()
                .serverDefaultProtocol()
                .autoNegotiateProtocol(false)
                .timeoutMillis(millis)
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
                .build();
        Connected connected = null;
        boolean entered = false;
        try {
            Connection connection = new Connection(new Sockets(host, route, millis, security), config);
            connected = new Connected(connection, host, tls);
            enter(connected, passwords.find(target, host));
            entered = true;
            return connected;
        } catch (JedisDataException e) {
            throw Faults.refusal(String.valueOf(e.getMessage()), List.of("HELLO"), host);
        } catch (JedisException e) {
            throw new FaultException(Faults.whileConnecting(e, host, tls), e);
        } finally {
            if (connected != null && !entered) {
                connected.closeQuietly();
            }
        }
    }

    private void enter(Connected connected, Optional<Secret> password) throws FaultException {
        Endpoint endpoint = target.endpoint();
        try {
            if (password.isPresent()) {
                authenticate(connected, password.get());
            }
            connected.greeted(greet(connected));
        } catch (RedisRefusal e) {
            throw e;
        } catch (FaultException e) {
            // the first words on the line: silence or a hang-up tells of TLS, not of a slow server
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new FaultException(Faults.whileConnecting(cause, connected.host(), Tls.isWanted(endpoint)), e);
        }
        int database = database(endpoint);
        if (database != 0) {
            connected.ask("SELECT", Integer.toString(database));
        }
    }

    private void authenticate(Connected connected, Secret password) throws FaultException {
        String user = target.endpoint().user();
        try {
            connected.ask("AUTH", user.isEmpty() ? "default" : user, password.reveal());
        } catch (RedisRefusal e) {
            if (!mayBeOpen(e)) {
                throw e;
            }
            letInAnyway(connected, e);
        }
    }

    /** Users and passwords are mostly the data servers' alone: a sentinel that knows none lets everybody in. */
    private boolean mayBeOpen(RedisRefusal refusal) {
        return target.endpoint().engine() == Engine.SENTINEL && refusal.said().startsWith("WRONGPASS");
    }

    private static void letInAnyway(Connected connected, RedisRefusal refusal) throws FaultException {
        try {
            connected.ask("PING");
        } catch (RedisRefusal closed) {
            throw refusal;
        }
    }

    /** The name is for other people's CLIENT LIST; who may not give it goes without. */
    private Connected.Greeting greet(Connected connected) throws FaultException {
        long id = 0;
        try {
            connected.ask("CLIENT", "SETNAME", CLIENT_NAME);
            id = connected.ask("CLIENT", "ID").number();
        } catch (RedisRefusal e) {
            if (!e.said().startsWith("NOPERM") && e.fault().kind() != FaultKind.UNSUPPORTED) {
                throw e;
            }
        }
        return new Connected.Greeting(version(connected), id);
    }

    private static ServerVersion version(Connected connected) throws FaultException {
        try {
            String version =
                    InfoText.parse(connected.ask("INFO", "server").text()).get("redis_version");
            return version.isEmpty() ? Connected.Greeting.UNKNOWN.version() : ServerVersion.parse(version);
        } catch (RedisRefusal e) {
            if (e.said().startsWith("NOPERM")) {
                return Connected.Greeting.UNKNOWN.version();
            }
            throw e;
        }
    }

    private static int database(Endpoint endpoint) throws FaultException {
        if (endpoint.engine() == Engine.SENTINEL || endpoint.database().isEmpty()) {
            return 0;
        }
        try {
            return Integer.parseInt(endpoint.database());
        } catch (NumberFormatException e) {
            throw new FaultException(
                    FaultKind.BAD_INPUT, "a Redis database is a number, not " + endpoint.database(), "Usually it is 0");
        }
    }
}
