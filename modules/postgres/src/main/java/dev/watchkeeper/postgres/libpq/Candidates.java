package dev.watchkeeper.postgres.libpq;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Endpoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What libpq's files and variables know of servers, for importing it. */
public final class Candidates {
    private final Map<String, String> variables;
    private final Path home;
    private final Consumer<String> warnings;

    /**
     * @param variables the process's environment
     * @param warnings hears what could not be read, and why
     */
    public Candidates(Map<String, String> variables, Path home, Consumer<String> warnings) {
        this.variables = Map.copyOf(variables);
        this.home = home;
        this.warnings = warnings;
    }

    /** Services first, then what the variables name, then the password file; never fails, what is broken is warned of. */
    public List<Candidate> find() {
        List<Candidate> found = new ArrayList<>();
        services(found);
        variables(found);
        passwordFile(found);
        return List.copyOf(found);
    }

    private void services(List<Candidate> found) {
        try {
            for (String name : new ServiceFiles(new PgEnvironment(variables), home).names()) {
                String address = "service=" + KeywordString.quote(name);
                add(found, name, "pg_service.conf", address, Map.of("service", name), variables);
            }
        } catch (FaultException e) {
            warnings.accept(e.fault().sentence());
        }
    }

    private void variables(List<Candidate> found) {
        if (variables.containsKey("PGHOST") || variables.containsKey("PGDATABASE")) {
            add(found, "", "PG* variables", "", Map.of(), variables);
        }
    }

    /** Lines with an asterisk as host name no server. */
    private void passwordFile(List<Candidate> found) {
        PgEnvironment environment = new PgEnvironment(variables);
        Path usual = environment.personal(home, ".pgpass", "pgpass.conf");
        Path path = environment.variable("PGPASSFILE").map(Path::of).orElse(usual);
        for (PassLine line : new PassFile(path, warnings).lines()) {
            if (!line.host().isAny() && !line.host().text().isBlank()) {
                Map<String, String> given = new LinkedHashMap<>();
                given.put("host", line.host().text());
                put(given, "port", line.port());
                put(given, "dbname", line.database());
                put(given, "user", line.user());
                add(found, "", path.getFileName().toString(), "", given, Map.of());
            }
        }
    }

    private static void put(Map<String, String> given, String keyword, PassLine.Field field) {
        if (!field.isAny()) {
            given.put(keyword, field.text());
        }
    }

    private void add(
            List<Candidate> found,
            String name,
            String source,
            String address,
            Map<String, String> given,
            Map<String, String> defaults) {
        try {
            Endpoint endpoint = Libpq.resolve(given, defaults, home).endpoint();
            String label = name.isEmpty()
                    ? endpoint.database() + "@" + endpoint.hosts().getFirst().host()
                    : name;
            String saved = address.isEmpty() ? ConnectionUri.write(endpoint) : address;
            found.add(new Candidate(label, endpoint, source, saved));
        } catch (FaultException e) {
            warnings.accept(source + ": " + e.fault().sentence());
        }
    }
}
