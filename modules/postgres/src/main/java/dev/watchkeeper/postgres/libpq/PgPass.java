package dev.watchkeeper.postgres.libpq;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.PasswordSource;
import dev.watchkeeper.kernel.target.Passwords;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.kernel.target.Target;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Passwords from libpq's places, in its order: the target's service, {@code PGPASSWORD}, then the password file, which is
 * the target's {@code passfile}, {@code PGPASSFILE}, or {@code ~/.pgpass}. Answers for PostgreSQL targets that name no
 * place of their own. Files are read each time, so that an edit counts at once. Thread-safe.
 */
public final class PgPass implements Passwords {
    private final PgEnvironment environment;
    private final Path home;
    private final Consumer<String> warnings;
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    /**
     * @param variables the process's environment
     * @param warnings hears, once each, why a password file is not used
     */
    public PgPass(Map<String, String> variables, Path home, Consumer<String> warnings) {
        this.environment = new PgEnvironment(variables);
        this.home = home;
        this.warnings = warnings;
    }

    @Override
    public Optional<Secret> find(Target target, HostPort host) throws FaultException {
        Endpoint endpoint = target.endpoint();
        if (endpoint.engine() != Engine.POSTGRESQL || !(target.password() instanceof PasswordSource.Usual)) {
            return Optional.empty();
        }
        Optional<Secret> given = ofService(endpoint)
                .or(() -> environment.variable("PGPASSWORD"))
                .filter(password -> !password.isEmpty())
                .map(Secret::new);
        return given.isPresent() ? given : file(endpoint).find(host, endpoint.database(), endpoint.user());
    }

    private Optional<String> ofService(Endpoint endpoint) throws FaultException {
        String service = endpoint.parameter(Keyword.SERVICE.word(), "");
        return service.isEmpty()
                ? Optional.empty()
                : new ServiceFiles(environment, home).service(service).get(Keyword.PASSWORD);
    }

    private PassFile file(Endpoint endpoint) {
        String named = endpoint.parameter(
                Keyword.PASSFILE.word(), environment.variable("PGPASSFILE").orElse(""));
        Path path = named.isEmpty() ? environment.personal(home, ".pgpass", "pgpass.conf") : Path.of(named);
        return new PassFile(path, this::warn);
    }

    private void warn(String warning) {
        if (warned.add(warning)) {
            warnings.accept(warning);
        }
    }
}
