package dev.watchkeeper.workspace.connections;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** {@code redis://user:password@host:6379/0}; {@code rediss://} is the same over TLS, which becomes {@code tls=true}. */
final class RedisUrl {
    private static final int DEFAULT_PORT = 6379;

    private RedisUrl() {}

    static boolean isOne(String text) {
        return text.startsWith("redis://") || text.startsWith("rediss://");
    }

    static EndpointParser.Address parse(String text) throws FaultException {
        URI uri = uri(text);
        String host = Optional.ofNullable(uri.getHost()).orElse("").replaceAll("^\\[|]$", "");
        String path = Optional.ofNullable(uri.getPath()).orElse("").replaceFirst("^/", "");
        boolean odd = uri.getRawQuery() != null || uri.getRawFragment() != null || uri.getPort() > 65535;
        if (host.isEmpty() || odd || uri.getPort() == 0 || !path.matches("[0-9]{0,5}")) {
            throw notOne();
        }
        SequencedMap<String, String> parameters = new LinkedHashMap<>();
        if (text.startsWith("rediss:")) {
            parameters.put("tls", "true");
        }
        String[] credentials = Optional.ofNullable(uri.getUserInfo()).orElse("").split(":", 2);
        HostPort address = new HostPort(host, uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort());
        Endpoint endpoint = new Endpoint(
                Engine.REDIS,
                List.of(address),
                path.isEmpty() ? "0" : path,
                credentials[0].isEmpty() ? "default" : credentials[0],
                parameters);
        boolean hasPassword = credentials.length == 2 && !credentials[1].isEmpty();
        return new EndpointParser.Address(
                endpoint, hasPassword ? Optional.of(new Secret(credentials[1])) : Optional.empty());
    }

    private static URI uri(String text) throws FaultException {
        try {
            return new URI(text.replace("${", "%24%7B").replace("}", "%7D"));
        } catch (URISyntaxException e) {
            // its message quotes the whole address, so it is not passed on as a cause either
            throw notOne();
        }
    }

    private static FaultException notOne() {
        return new FaultException(
                FaultKind.BAD_INPUT, "this is not a Redis address", "Write redis://host:6379/0, or rediss:// for TLS");
    }
}
