package dev.watchkeeper.postgres.libpq;

import dev.watchkeeper.kernel.fault.FaultException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** The person's service file and the system's, in which libpq looks in this order. */
final class ServiceFiles {
    private final PgEnvironment environment;
    private final Path home;

    ServiceFiles(PgEnvironment environment, Path home) {
        this.environment = environment;
        this.home = home;
    }

    /** The names of all services, the person's own first. */
    List<String> names() throws FaultException {
        LinkedHashSet<String> names = new LinkedHashSet<>();
        for (Path file : files()) {
            names.addAll(ServiceFile.read(file).names());
        }
        return List.copyOf(names);
    }

    /**
     * A service's parameters.
     *
     * @throws FaultException BAD_INPUT if no file has it, or the one that does is broken there
     */
    Conninfo service(String name) throws FaultException {
        List<Path> files = files();
        for (Path file : files) {
            Optional<Conninfo> found = ServiceFile.read(file).service(name);
            if (found.isPresent()) {
                return found.get();
            }
        }
        String where = files.isEmpty() ? "there is no service file" : "it is not in " + files;
        throw Faults.badInput(
                "service " + name + " is not defined: " + where,
                "Define [" + name + "] in " + personal() + ", or name the file in PGSERVICEFILE");
    }

    /** A file that PGSERVICEFILE names must be there; the others may be missing. */
    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        Optional<String> named = environment.variable("PGSERVICEFILE");
        if (named.isPresent()) {
            files.add(Path.of(named.get()));
        } else if (Files.exists(personal())) {
            files.add(personal());
        }
        Optional<String> system = environment.variable("PGSYSCONFDIR");
        List<String> folders = system.map(List::of).orElse(Platform.SYSTEM_CONFIG);
        folders.stream()
                .map(folder -> Path.of(folder, "pg_service.conf"))
                .filter(Files::exists)
                .findFirst()
                .ifPresent(files::add);
        return files;
    }

    private Path personal() {
        return environment.personal(home, ".pg_service.conf", ".pg_service.conf");
    }
}
