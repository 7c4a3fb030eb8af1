package dev.watchkeeper.backup.make;

import dev.watchkeeper.hosts.ShellWords;
import dev.watchkeeper.kernel.host.HostSpec;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.kernel.target.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** How PostgreSQL's tools are told where the server is: by variables, so that no name is mistaken for an option. */
final class LibpqVariables {
    private static final Map<String, String> NAMES = Map.of(
            "sslmode", "PGSSLMODE",
            "channel_binding", "PGCHANNELBINDING",
            "target_session_attrs", "PGTARGETSESSIONATTRS",
            "options", "PGOPTIONS");
    private static final Map<String, String> FILES =
            Map.of("sslrootcert", "PGSSLROOTCERT", "sslcert", "PGSSLCERT", "sslkey", "PGSSLKEY", "sslcrl", "PGSSLCRL");

    private LibpqVariables() {}

    /**
     * Lines of a script that set them.
     *
     * @param database the one to enter
     */
    static String exports(Target target, String host, String database) {
        Endpoint endpoint = target.endpoint();
        SequencedMap<String, String> values = new LinkedHashMap<>();
        values.put("PGHOST", endpoint.hosts().stream().map(HostPort::host).collect(Collectors.joining(",")));
        values.put(
                "PGPORT",
                endpoint.hosts().stream()
                        .map(one -> Integer.toString(one.port()))
                        .collect(Collectors.joining(",")));
        values.put("PGUSER", endpoint.user());
        values.put("PGDATABASE", database);
        values.put("PGAPPNAME", "watchkeeper");
        values.put("PGCONNECT_TIMEOUT", "15");
        put(values, endpoint, NAMES);
        if (host.equals(HostSpec.LOCAL)) {
            // elsewhere the workstation's files are not
            put(values, endpoint, FILES);
        }
        return values.entrySet().stream()
                .map(one -> "export " + one.getKey() + "=" + ShellWords.quote(one.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private static void put(SequencedMap<String, String> values, Endpoint endpoint, Map<String, String> names) {
        names.forEach((parameter, variable) -> {
            String value = endpoint.parameter(parameter, "");
            if (!value.isEmpty()) {
                values.put(variable, value);
            }
        });
    }

    /** A password file with this one password. */
    static Optional<Secret> passwordFile(Optional<Secret> password) {
        return password.map(secret ->
                new Secret("*:*:*:*:" + secret.reveal().replace("\\", "\\\\").replace(":", "\\:")));
    }

    /** How people would type the command. */
    static String typed(Target target, String database, List<String> command) {
        HostPort first = target.endpoint().hosts().getFirst();
        return "PGHOST=" + ShellWords.quote(first.host()) + " PGPORT=" + first.port() + " PGUSER="
                + ShellWords.quote(target.endpoint().user()) + " PGDATABASE=" + ShellWords.quote(database) + " \\\n"
                + ShellWords.join(command);
    }
}
