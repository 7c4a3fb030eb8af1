package dev.watchkeeper.workspace.connections;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.AddressMap;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of what is not PostgreSQL: {@code scheme://user:password@host:port,host:port/path?parameter=value}. Its
 * messages never quote it: there may be a password in it.
 */
final class ServiceUrl {
    private static final Pattern PARTS = Pattern.compile(
            "(?<scheme>[a-z+]+)://((?<user>[^@/?]*)@)?(?<hosts>[^/?#]*)(?<path>/[^?#]*)?(\\?(?<query>[^#]*))?");
    private static final Pattern HOST =
            Pattern.compile("(\\[(?<six>[0-9A-Fa-f:.%]+)]|(?<name>[^:\\[\\]@\\s]+))(:(?<port>\\d{1,5}))?");

    private final ServiceScheme scheme;
    private final Matcher parts;

    private ServiceUrl(ServiceScheme scheme, Matcher parts) {
        this.scheme = scheme;
        this.parts = parts;
    }

    /**
     * Reads an address whose scheme is known.
     *
     * @throws FaultException BAD_INPUT
     */
    static EndpointParser.Address parse(ServiceScheme scheme, String text) throws FaultException {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw notOne(scheme);
        }
        return new ServiceUrl(scheme, parts).address();
    }

    private EndpointParser.Address address() throws FaultException {
        String[] credentials =
                Optional.ofNullable(parts.group("user")).orElse("").split(":", 2);
        boolean hasPassword = credentials.length == 2 && !credentials[1].isEmpty();
        String user = decoded(credentials[0]);
        SequencedMap<String, String> parameters = parameters();
        Endpoint endpoint =
                new Endpoint(scheme.engine(), hosts(parameters), database(parameters), scheme.user(user), parameters);
        return new EndpointParser.Address(
                endpoint, hasPassword ? Optional.of(new Secret(decoded(credentials[1]))) : Optional.empty());
    }

    private List<HostPort> hosts(SequencedMap<String, String> parameters) throws FaultException {
        if (parts.group("hosts").isEmpty() && parameters.containsKey(ServiceScheme.SOCKET)) {
            return List.of(new HostPort(parameters.get(ServiceScheme.SOCKET), scheme.port()));
        }
        List<HostPort> hosts = new ArrayList<>();
        for (String one : parts.group("hosts").split(",", -1)) {
            Matcher host = HOST.matcher(one);
            if (!host.matches()) {
                throw notOne(scheme);
            }
            String name = host.group("six") == null ? decoded(host.group("name")) : host.group("six");
            int port = host.group("port") == null ? scheme.port() : Integer.parseInt(host.group("port"));
            if (port < 1 || port > 65535 || name.isBlank()) {
                throw notOne(scheme);
            }
            hosts.add(new HostPort(name, port));
        }
        return hosts;
    }

    private SequencedMap<String, String> parameters() throws FaultException {
        SequencedMap<String, String> parameters = new LinkedHashMap<>();
        if (scheme.tls()) {
            parameters.put("tls", "true");
        }
        String query = Optional.ofNullable(parts.group("query")).orElse("");
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            String[] both = pair.split("=", 2);
            String name = decoded(both[0]);
            String value = both.length == 2 ? decoded(both[1]) : "";
            boolean odd = name.equals(AddressMap.PARAMETER) && !AddressMap.check(value);
            if (odd || value.isEmpty() || !scheme.parameters().contains(name)) {
                throw new FaultException(
                        FaultKind.BAD_INPUT,
                        "the address has a parameter " + name + " that makes no sense here",
                        "There are " + String.join(", ", scheme.parameters()) + "; for example addresses="
                                + "10.0.0.5:6379=127.0.0.1:7000");
            }
            parameters.put(name, value);
        }
        return parameters;
    }

    /** What stands behind the hosts: Redis' number, the name of the sentinels' primary, a page. */
    private String database(SequencedMap<String, String> parameters) throws FaultException {
        String path =
                decoded(Optional.ofNullable(parts.group("path")).orElse("").replaceFirst("^/", ""));
        if (scheme.path().matcher(path).matches()) {
            if (scheme.pathIsPage()) {
                parameters.put("path", "/" + path);
                return "";
            }
            return path.isEmpty() ? scheme.database() : path;
        }
        throw notOne(scheme);
    }

    private static String decoded(String text) {
        String plain = text.replace("+", "%2B");
        try {
            return URLDecoder.decode(plain, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            // a bare % is what people write who don't know that it has a meaning
            return text;
        }
    }

    private static FaultException notOne(ServiceScheme scheme) {
        return new FaultException(
                FaultKind.BAD_INPUT,
                "this is not the address of a " + scheme.engine().title(),
                "Write " + scheme.example());
    }
}
