package dev.watchkeeper.postgres.libpq;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One {@code pg_service.conf}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/libpq-pgservice.html">The Connection Service File</a>
 */
final class ServiceFile {
    private final Path path;
    private final List<String> lines;

    private ServiceFile(Path path, List<String> lines) {
        this.path = path;
        this.lines = lines;
    }

    static ServiceFile read(Path path) throws FaultException {
        try {
            // a stray byte in one service must not hide the others
            String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
            return new ServiceFile(path, text.lines().map(ServiceFile::trim).toList());
        } catch (IOException e) {
            throw new FaultException(
                    new Fault(
                            FaultKind.BAD_INPUT,
                            "the service file " + path + " can't be read",
                            "Look at its permissions, and at PGSERVICEFILE if that is set"),
                    e);
        }
    }

    /** The services' names, in the order of the file. */
    List<String> names() {
        return lines.stream()
                .filter(line -> line.startsWith("[") && line.indexOf(']') > 1)
                .map(line -> line.substring(1, line.indexOf(']')))
                .distinct()
                .toList();
    }

    /**
     * A service's parameters; of one that is given twice the first counts.
     *
     * @return empty if the file has no such service
     * @throws FaultException BAD_INPUT with the number of a line that libpq would refuse as well
     */
    Optional<Conninfo> service(String name) throws FaultException {
        List<Integer> within = linesOf(name);
        if (within.isEmpty()) {
            return Optional.empty();
        }
        Conninfo service = new Conninfo();
        for (int number : within.subList(1, within.size())) {
            Conninfo one = new Conninfo();
            pair(lines.get(number), number + 1, one);
            service.fillFrom(one);
        }
        return Optional.of(service);
    }

    /** The line of the section's head and the lines with something on them that follow it. */
    private List<Integer> linesOf(String name) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("[") && !found.isEmpty()) {
                break;
            }
            boolean head = line.startsWith("[" + name + "]");
            boolean filled = !line.isEmpty() && !line.startsWith("#");
            if (head || (!found.isEmpty() && filled)) {
                found.add(i);
            }
        }
        return found;
    }

    private void pair(String line, int number, Conninfo into) throws FaultException {
        int equals = line.indexOf('=');
        String word = equals < 0 ? line : line.substring(0, equals);
        if (line.startsWith("ldap")) {
            throw at(number, "LDAP lookups are not supported", "Write the parameters into the service instead");
        }
        if (equals < 0 || word.chars().anyMatch(KeywordString::isSpace)) {
            throw at(number, "this is not a parameter", "Write keyword=value without spaces around the =");
        }
        if (word.equals("service")) {
            throw at(number, "a service can't refer to another service", "Repeat the other one's parameters here");
        }
        try {
            into.put(Keyword.of(word), line.substring(equals + 1));
        } catch (FaultException e) {
            throw at(number, e.fault().message(), e.fault().advice());
        }
    }

    private FaultException at(int line, String message, String advice) {
        return Faults.badInput(path + ", line " + line + ": " + message, advice);
    }

    private static String trim(String line) {
        int start = 0;
        int end = line.length();
        while (start < end && KeywordString.isSpace(line.charAt(start))) {
            start++;
        }
        while (end > start && KeywordString.isSpace(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(start, end);
    }
}
