package dev.watchkeeper.workspace.connections;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.host.Placement;
import dev.watchkeeper.kernel.target.AddressMap;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.kernel.target.PasswordSource;
import dev.watchkeeper.kernel.target.PoolSize;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.kernel.target.Target;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one item of {@code connections:}, and what {@code database:} has in common with it. */
final class ConnectionReader {
    private static final String ADDRESSES = AddressMap.PARAMETER;
    static final List<String> KEYS = List.of(
            "name",
            "url",
            "environment",
            "password",
            "read_only",
            "tags",
            "pool",
            "addresses",
            "ssh",
            "host",
            "backups");
    static final List<String> POOL_KEYS = List.of("min_size", "max_size", "idle_timeout_sec", "max_lifetime_sec");

    private final YamlSource source;
    private final EndpointParser parser;

    ConnectionReader(YamlSource source, EndpointParser parser) {
        this.source = source;
        this.parser = parser;
    }

    SavedConnection read(Node node) throws FaultException {
        YamlMapping item = new YamlMapping(source, node, "a connection", KEYS);
        String name = item.required("name");
        String url = item.required("url");
        Placement placement = new PlacementReader(source).read(item, item.text("host"));
        return new SavedConnection(target(item, name, address(item, url), placement), url);
    }

    /** The target that has everything besides its address from this mapping. */
    Target target(YamlMapping item, String name, EndpointParser.Address address, Placement placement)
            throws FaultException {
        return new Target(
                name,
                address.endpoint(),
                environment(item),
                password(item, address.password()),
                item.flag("read_only", false),
                item.texts("tags"),
                pool(item),
                placement);
    }

    private EndpointParser.Address address(YamlMapping item, String url) throws FaultException {
        try {
            return reachable(item, new EveryAddress(parser).parse(url));
        } catch (FaultException e) {
            throw item.at("url", e.fault().message(), e.fault().advice());
        }
    }

    /** With the addresses that its servers announce and this workstation reaches elsewhere. */
    private static EndpointParser.Address reachable(YamlMapping item, EndpointParser.Address address)
            throws FaultException {
        SequencedMap<String, String> addresses = item.pairs(ADDRESSES);
        if (addresses.isEmpty()) {
            return address;
        }
        String text = AddressMap.write(addresses);
        if (!AddressMap.check(text)) {
            throw item.at(
                    ADDRESSES,
                    "an address is announced with a port and reached without one, or the reverse",
                    "Write 10.0.0.5:6379: 127.0.0.1:7000 for one server, 10.0.0.5: cache-1 for every port of a host");
        }
        SequencedMap<String, String> parameters =
                new LinkedHashMap<>(address.endpoint().parameters());
        parameters.put(AddressMap.PARAMETER, text);
        Endpoint one = address.endpoint();
        return new EndpointParser.Address(
                new Endpoint(one.engine(), one.hosts(), one.database(), one.user(), parameters), address.password());
    }

    private static Environment environment(YamlMapping item) throws FaultException {
        Optional<String> label = item.text("environment");
        if (label.isEmpty()) {
            return Environment.DEVELOPMENT;
        }
        String known =
                Arrays.stream(Environment.values()).map(Environment::label).collect(Collectors.joining(", "));
        return Environment.of(label.get())
                .orElseThrow(() -> item.at("environment", "there is no such environment", "It is one of " + known));
    }

    /** In the address only a variable may stand in the password's place. */
    private static PasswordSource password(YamlMapping item, Optional<Secret> inUrl) throws FaultException {
        Optional<String> text = item.text("password");
        if (text.isPresent()) {
            PasswordSource place = PasswordText.read(text.get())
                    .orElseThrow(() -> item.at("password", "there is a password in clear", PasswordText.ADVICE));
            if (inUrl.isPresent()) {
                throw item.at("url", "there is a password in the address, and password: as well", PasswordText.ADVICE);
            }
            return place;
        }
        if (inUrl.isEmpty()) {
            return new PasswordSource.Usual();
        }
        Optional<PasswordSource> place = PasswordText.read(inUrl.get().reveal());
        return place.filter(found -> found instanceof PasswordSource.Variable)
                .orElseThrow(() -> item.at("url", "there is a password in clear in the address", PasswordText.ADVICE));
    }

    private PoolSize pool(YamlMapping item) throws FaultException {
        Optional<Node> node = item.value("pool");
        if (node.isEmpty()) {
            return PoolSize.DEFAULT;
        }
        YamlMapping pool = new YamlMapping(source, node.get(), "pool", POOL_KEYS);
        long least = pool.number("min_size", 0, 0);
        long most = pool.number("max_size", 1, Math.max(1, least));
        if (least > most) {
            throw pool.at("min_size", "min_size is more than max_size", "");
        }
        return new PoolSize(
                Duration.ofSeconds(pool.number(
                        "idle_timeout_sec", 0, PoolSize.DEFAULT.idleTimeout().toSeconds())),
                Duration.ofSeconds(pool.number(
                        "max_lifetime_sec", 0, PoolSize.DEFAULT.maxLifetime().toSeconds())));
    }
}
