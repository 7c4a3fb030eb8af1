package dev.watchkeeper.workspace.connections;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.host.Placement;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code database:}, the form in which applications keep their connection: one target, named after its database. */
final class DatabaseReader {
    static final List<String> KEYS = List.of(
            "name",
            "dialect",
            "host",
            "port",
            "database",
            "username",
            "password",
            "pool",
            "ssl",
            "environment",
            "read_only",
            "tags",
            "ssh",
            "backups");
    private static final List<String> SSL_KEYS = List.of("enabled", "mode", "ca", "cert", "key", "crl");
    private static final int REDIS_PORT = 6379;

    private final YamlSource source;
    private final EndpointParser parser;
    private final ConnectionReader common;

    DatabaseReader(YamlSource source, EndpointParser parser) {
        this.source = source;
        this.parser = parser;
        this.common = new ConnectionReader(source, parser);
    }

    SavedConnection read(Node node) throws FaultException {
        YamlMapping database = new YamlMapping(source, node, "database", KEYS);
        EndpointParser.Address address = isRedis(database) ? redis(database) : postgres(database);
        Optional<String> name = database.text("name").filter(text -> !text.isBlank());
        String label = name.orElse(address.endpoint().database());
        // host: is the address of the server here, as the runbook has it
        Placement placement = new PlacementReader(source).read(database, Optional.empty());
        return new SavedConnection(common.target(database, label, address, placement), "");
    }

    private static boolean isRedis(YamlMapping database) throws FaultException {
        String dialect = database.text("dialect").orElse("postgresql");
        return switch (dialect) {
            case "postgresql", "postgres" -> false;
            case "redis" -> true;
            default -> throw database.at("dialect", "this dialect is not known here", "It is postgresql or redis");
        };
    }

    private EndpointParser.Address postgres(YamlMapping database) throws FaultException {
        SequencedMap<String, String> parameters = new LinkedHashMap<>();
        take(database, "host", parameters, "host");
        take(database, "port", parameters, "port");
        take(database, "database", parameters, "dbname");
        take(database, "username", parameters, "user");
        Optional<Node> ssl = database.value("ssl");
        if (ssl.isPresent()) {
            ssl(new YamlMapping(source, ssl.get(), "ssl", SSL_KEYS), parameters);
        }
        try {
            return parser.parse(parameters);
        } catch (FaultException e) {
            throw source.at(database.node(), e.fault().message(), e.fault().advice());
        }
    }

    /** Who names an authority wants the server's certificate checked by it, and the name in it as well. */
    private static void ssl(YamlMapping ssl, SequencedMap<String, String> parameters) throws FaultException {
        take(ssl, "ca", parameters, "sslrootcert");
        take(ssl, "cert", parameters, "sslcert");
        take(ssl, "key", parameters, "sslkey");
        take(ssl, "crl", parameters, "sslcrl");
        String strict = parameters.containsKey("sslrootcert") ? "verify-full" : "require";
        String mode = ssl.flag("enabled", true) ? ssl.text("mode").orElse(strict) : "disable";
        parameters.put("sslmode", mode);
    }

    private static EndpointParser.Address redis(YamlMapping database) throws FaultException {
        int port = (int) Math.min(65535, database.number("port", 1, REDIS_PORT));
        Endpoint endpoint = new Endpoint(
                Engine.REDIS,
                List.of(new HostPort(database.required("host"), port)),
                database.text("database").orElse("0"),
                database.text("username").orElse("default"),
                new LinkedHashMap<>());
        return new EndpointParser.Address(endpoint, Optional.empty());
    }

    private static void take(YamlMapping from, String key, SequencedMap<String, String> into, String keyword)
            throws FaultException {
        Optional<String> text = from.text(key);
        if (text.isPresent()) {
            if (text.get().contains("${")) {
                throw from.at(key, "a variable stands in " + key, "Variables are read in password only");
            }
            into.put(keyword, text.get());
        }
    }
}
