package dev.watchkeeper.postgres.testing;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.host.Routes;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.lab.debian.PatroniNode;
import dev.watchkeeper.postgres.patroni.PatroniClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Targets of what stands around a cluster, as a test enters them. */
public final class Fronts {
    private Fronts() {}

    public static HostPort api(PatroniNode node) {
        return new HostPort(node.host(), node.apiPort());
    }

    public static Target target(Engine engine, HostPort at, String user, Map<String, String> parameters) {
        String database = engine == Engine.PGBOUNCER ? "pgbouncer" : "";
        return Target.unsaved(
                engine.title() + " at " + at,
                new Endpoint(engine, List.of(at), database, user, new LinkedHashMap<>(parameters)));
    }

    public static PatroniClient patroni(HostPort api) throws FaultException {
        return new PatroniClient(target(Engine.PATRONI, api, "", Map.of()), Passwords.none(), Routes.direct());
    }
}
