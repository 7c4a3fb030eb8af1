package dev.watchkeeper.postgres.replication.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code synchronous_standby_names}, as far as it tells how many must confirm, and who.
 *
 * @param count 0 if commits wait for nobody
 * @param names application names; {@code *} is anybody
 */
public record SynchronousNames(int count, List<String> names) {
    private static final Pattern COUNTED = Pattern.compile(
            "\\s*(?:(?:FIRST|ANY)\\s+)?(\\d+)\\s*\\((.*)\\)\\s*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("\"((?:[^\"]|\"\")*)\"|([^\\s,\"]+)");

    public SynchronousNames {
        names = List.copyOf(names);
    }

    /** Reads the setting by the rules of the documentation; a plain list is {@code FIRST 1}. */
    public static SynchronousNames parse(String setting) {
        if (setting.isBlank()) {
            return new SynchronousNames(0, List.of());
        }
        Matcher counted = COUNTED.matcher(setting);
        boolean plain = !counted.matches();
        List<String> names = new ArrayList<>();
        Matcher name = NAME.matcher(plain ? setting : counted.group(2));
        while (name.find()) {
            names.add(name.group(1) != null ? name.group(1).replace("\"\"", "\"") : name.group(2));
        }
        return new SynchronousNames(plain ? 1 : Integer.parseInt(counted.group(1)), names);
    }

    /** Whether a standby of this application name is among them; case does not count, as for the server. */
    public boolean has(String applicationName) {
        return names.stream().anyMatch(name -> name.equals("*") || name.equalsIgnoreCase(applicationName));
    }
}
