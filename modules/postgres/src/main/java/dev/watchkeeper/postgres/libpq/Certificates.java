package dev.watchkeeper.postgres.libpq;

import dev.watchkeeper.kernel.fault.FaultException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The certificate files that libpq takes from the person's folder ({@code ~/.postgresql}) without being told, and what
 * they make of {@code sslmode}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/libpq-ssl.html">SSL Support</a>
 */
final class Certificates {
    private static final Set<String> CHECKING = Set.of("require", "verify-ca", "verify-full");

    private final PgEnvironment environment;
    private final Path home;

    Certificates(PgEnvironment environment, Path home) {
        this.environment = environment;
        this.home = home;
    }

    /** Adds what libpq would use; what was given stays. */
    void complete(SequencedMap<String, String> parameters) throws FaultException {
        String mode = parameters.getOrDefault("sslmode", "");
        if (parameters.getOrDefault("sslrootcert", "").equals("system")) {
            system(parameters, mode);
        } else if (CHECKING.contains(mode)) {
            add(parameters, "sslrootcert", "root.crt");
            boolean hasAuthority = Files.exists(Path.of(parameters.getOrDefault("sslrootcert", "")));
            if (mode.equals("require") && hasAuthority && parameters.containsKey("sslrootcert")) {
                parameters.put("sslmode", "verify-ca");
            }
        }
        if (!mode.equals("disable")
                && !parameters.getOrDefault("sslcertmode", "").equals("disable")) {
            add(parameters, "sslcert", "postgresql.crt");
            if (parameters.containsKey("sslcert")) {
                add(parameters, "sslkey", "postgresql.key");
            }
        }
    }

    /** With the system's authorities anybody can have a certificate, so that only the name in it proves anything. */
    private static void system(SequencedMap<String, String> parameters, String mode) throws FaultException {
        if (!mode.isEmpty() && !mode.equals("verify-full")) {
            throw Faults.badInput(
                    "sslmode " + mode + " is too weak for sslrootcert=system", "Leave it out, or write verify-full");
        }
        parameters.put("sslmode", "verify-full");
    }

    private void add(SequencedMap<String, String> parameters, String name, String file) {
        Path usual = environment.personal(home, ".postgresql/" + file, file);
        if (!parameters.containsKey(name) && Files.exists(usual)) {
            parameters.put(name, usual.toString());
        }
    }
}
