package dev.watchkeeper.postgres.patroni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.Routes;
import dev.watchkeeper.kernel.target.AddressMap;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.web.WebAnswer;
import dev.watchkeeper.postgres.web.WebClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Patroni's REST API (documentation: "Patroni REST API"), at any member of a cluster. Thread-safe; its calls block, no
 * longer than it says.
 */
public final class PatroniClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWER = Duration.ofSeconds(2);
    /** Patroni answers a switchover when it is done, or gives up after twice its loop_wait. */
    private static final Duration CHANGE = Duration.ofSeconds(90);

    private final Target target;
    private final AddressMap addresses;
    private final WebClient web;

    /**
     * Connects to nobody yet.
     *
     * @param target its parameter {@code tls} says whether the API speaks https; its user and password are for what
     *     changes something
     * @throws FaultException BAD_INPUT if its certificates can't be read
     */
    public PatroniClient(Target target, Passwords passwords, Routes routes) throws FaultException {
        this.target = target;
        this.addresses = AddressMap.of(target.endpoint());
        this.web = new WebClient(target, passwords, routes.to(target.placement()), tls());
    }

    public Target target() {
        return target;
    }

    /** The cluster as it stands in etcd, Consul or Kubernetes: every member says the same. */
    public PatroniView cluster(HostPort api) throws FaultException {
        JsonNode json = get(api, "/cluster");
        if (!json.path("members").isArray()) {
            throw notPatroni(api);
        }
        return PatroniJson.view(json, api, addresses);
    }

    /** The member itself. */
    public PatroniSelf self(HostPort api) throws FaultException {
        JsonNode json = get(api, "/patroni");
        if (!json.path("patroni").isObject()) {
            throw notPatroni(api);
        }
        return PatroniJson.self(json);
    }

    /** Changes of the timeline, the oldest first. */
    public List<PatroniEvent> history(HostPort api) throws FaultException {
        List<PatroniEvent> events = new ArrayList<>();
        get(api, "/history")
                .forEach(one -> events.add(new PatroniEvent(
                        one.path(0).asInt(),
                        one.path(1).asLong(),
                        one.path(2).asText(),
                        one.path(3).asText(),
                        one.path(4).asText())));
        return List.copyOf(events);
    }

    public PatroniConfig config(HostPort api) throws FaultException {
        return PatroniJson.config(get(api, "/config"));
    }

    /** Whether its API speaks https. */
    public boolean tls() {
        return target.endpoint().parameter("tls", "false").equals("true");
    }

    /**
     * Asks for a change, and waits as long as Patroni may take for it.
     *
     * @throws FaultException TIMEOUT or UNREACHABLE if what became of it is not known; DENIED if it wants a password
     */
    public PatroniAnswer ask(HostPort api, PatroniRequest request) throws FaultException {
        WebAnswer answer = web.change(api, request.method(), request.path(), request.json(), CHANGE);
        return new PatroniAnswer(answer.status(), answer.body().strip());
    }

    static String json(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode get(HostPort api, String path) throws FaultException {
        WebAnswer answer = web.get(api, path, ANSWER);
        try {
            JsonNode json = JSON.readTree(answer.body());
            if (json == null || json.isMissingNode()) {
                throw notPatroni(api);
            }
            return json;
        } catch (JsonProcessingException e) {
            throw new FaultException(notPatroni(api).fault(), e);
        }
    }

    private static FaultException notPatroni(HostPort api) {
        return new FaultException(new Fault(
                FaultKind.FAILED,
                "what answers at " + api + " does not speak as Patroni does",
                "Its REST API is at restapi.connect_address of patroni.yml, usually port 8008"));
    }

    @Override
    public void close() {
        web.close();
    }
}
