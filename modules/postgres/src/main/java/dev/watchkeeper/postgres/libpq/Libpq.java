package dev.watchkeeper.postgres.libpq;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Secret;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Finds out where somebody wants to connect to, as libpq would. */
public final class Libpq {
    private Libpq() {}

    /**
     * Reads a URI, a keyword string or {@code service=NAME}. What it leaves open is filled from its service, then from the
     * {@code PG*} variables, then with libpq's defaults; where libpq would try the local socket, it is {@code localhost}.
     *
     * @param variables the process's environment
     * @param home the person's home folder, for {@code ~/.pg_service.conf}
     * @throws FaultException BAD_INPUT; its message never repeats a password
     */
    public static Resolved resolve(String on, Map<String, String> variables, Path home) throws FaultException {
        if (ConnectionUri.isOne(on)) {
            return resolve(ConnectionUri.parse(on), variables, home);
        }
        if (on.contains("://") && !on.contains("=")) {
            throw Faults.badInput("this is not a PostgreSQL URI", "It begins with postgresql:// or postgres://");
        }
        if (!on.contains("=")) {
            throw Faults.badInput(
                    "this is neither a URI, nor keyword=value pairs, nor service=NAME",
                    "Write postgresql://user@host:5432/database, or 'host=… dbname=…'");
        }
        return resolve(KeywordString.parse(on), variables, home);
    }

    /**
     * The same with parameters that are apart already.
     *
     * @param parameters by libpq's keywords
     */
    public static Resolved resolve(Map<String, String> parameters, Map<String, String> variables, Path home)
            throws FaultException {
        Conninfo given = new Conninfo();
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            given.put(Keyword.of(parameter.getKey()), parameter.getValue());
        }
        return resolve(given, variables, home);
    }

    private static Resolved resolve(Conninfo given, Map<String, String> variables, Path home) throws FaultException {
        boolean inAddress = !given.text(Keyword.PASSWORD).isEmpty();
        PgEnvironment environment = new PgEnvironment(variables);
        Conninfo all = new Conninfo();
        all.fillFrom(given);
        Optional<String> service = all.get(Keyword.SERVICE).or(() -> environment.variable("PGSERVICE"));
        if (service.isPresent() && !service.get().isEmpty()) {
            all.fillFrom(new ServiceFiles(environment, home).service(service.get()));
        }
        all.fillFrom(environment.defaults());
        Optional<Secret> password =
                all.get(Keyword.PASSWORD).filter(text -> !text.isEmpty()).map(Secret::new);
        SequencedMap<String, String> parameters = parameters(all);
        new Certificates(environment, home).complete(parameters);
        return new Resolved(endpoint(all, parameters), password, inAddress);
    }

    private static Endpoint endpoint(Conninfo all, SequencedMap<String, String> parameters) throws FaultException {
        String user = all.get(Keyword.USER).filter(name -> !name.isEmpty()).orElse(System.getProperty("user.name"));
        String database =
                all.get(Keyword.DBNAME).filter(name -> !name.isEmpty()).orElse(user);
        return new Endpoint(Engine.POSTGRESQL, Addresses.of(all), database, user, parameters);
    }

    private static SequencedMap<String, String> parameters(Conninfo all) throws FaultException {
        SequencedMap<String, String> parameters = new LinkedHashMap<>();
        for (Keyword keyword : Keyword.values()) {
            String value = all.text(keyword);
            if (!value.isEmpty()) {
                Parameters.check(keyword, value);
                Parameters.keep(keyword, value, parameters);
            }
        }
        return parameters;
    }
}
