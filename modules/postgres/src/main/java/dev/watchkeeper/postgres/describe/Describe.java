package dev.watchkeeper.postgres.describe;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.sql.MetaCommand;
import dev.watchkeeper.postgres.catalog.CatalogReader;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.connect.ConnectionWork;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Answers {@code \d} and its kin: {@code console.ask(Describe.of(command))} with the names of a console's session,
 * {@code server.probe(…)} with those of a new one.
 */
public final class Describe implements ConnectionWork<List<Description>> {
    /** Commands that list relations, with the kinds of relations that they list. */
    private static final Map<String, List<String>> LISTS = Map.of(
            "\\dt", List.of("r", "p"),
            "\\dv", List.of("v"),
            "\\dm", List.of("m"),
            "\\di", List.of("i", "I"),
            "\\ds", List.of("S"),
            "\\dE", List.of("f"));

    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("\\d", "Relations"),
            Map.entry("\\dt", "Tables"),
            Map.entry("\\dv", "Views"),
            Map.entry("\\dm", "Materialized views"),
            Map.entry("\\di", "Indexes"),
            Map.entry("\\ds", "Sequences"),
            Map.entry("\\dE", "Foreign tables"),
            Map.entry("\\df", "Functions"),
            Map.entry("\\sf", "Functions"),
            Map.entry("\\dT", "Types"),
            Map.entry("\\dn", "Schemas"),
            Map.entry("\\du", "Roles"),
            Map.entry("\\dg", "Roles"),
            Map.entry("\\dx", "Extensions"),
            Map.entry("\\l", "Databases"));

    private static final SqlFile RELATIONS = SqlFile.of(Describe.class, "relations");
    private static final SqlFile FUNCTIONS = SqlFile.of(Describe.class, "functions");
    private static final SqlFile FUNCTION_TEXTS = SqlFile.of(Describe.class, "function_texts");
    private static final SqlFile TYPES = SqlFile.of(Describe.class, "types");
    private static final SqlFile SCHEMAS = SqlFile.of(Describe.class, "schemas");
    private static final SqlFile ROLES = SqlFile.of(Describe.class, "roles");
    private static final SqlFile EXTENSIONS = SqlFile.of(Describe.class, "extensions");
    private static final SqlFile DATABASES = SqlFile.of(Describe.class, "databases");

    private final String name;
    private final String argument;
    private final String title;

    private Describe(String name, String argument, String title) {
        this.name = name;
        this.argument = argument;
        this.title = title;
    }

    /** Whether it is answered here. */
    public static boolean knows(MetaCommand command) {
        return TITLES.containsKey(bare(command.name()));
    }

    /** @throws FaultException UNSUPPORTED for another of psql's commands, with what to use instead */
    public static Describe of(MetaCommand command) throws FaultException {
        String bare = bare(command.name());
        String title = TITLES.get(bare);
        if (title == null) {
            throw new FaultException(
                    FaultKind.UNSUPPORTED, command.name() + " is a command of psql", command.instead());
        }
        boolean texts = bare.equals("\\df")
                && command.name().contains("+")
                && !command.argument().isEmpty();
        return new Describe(texts ? "\\sf" : bare, command.argument(), title);
    }

    /** {@code +} and {@code S} ask for more than is there anyway. */
    private static String bare(String name) {
        String bare = name.replace("+", "");
        return bare.length() > 2 && bare.endsWith("S") ? bare.substring(0, bare.length() - 1) : bare;
    }

    /**
     * Asks.
     *
     * @return one description, or one of each relation that a pattern fits
     * @throws FaultException BAD_INPUT if there is nothing of that name
     */
    @Override
    public List<Description> on(Connected connected) throws SQLException, FaultException {
        NamePattern pattern = NamePattern.of(argument);
        Sections sections = new Sections(connected);
        Object path = sections.texts(CatalogReader.searchPath(connected));
        return switch (name) {
            case "\\d" ->
                pattern.name() == null && pattern.schema() == null
                        ? list(sections.table(
                                "", RELATIONS, sections.texts(List.of("r", "p", "v", "m", "S", "f")), null, null, path))
                        : new RelationDescriber(connected, sections).describe(pattern, argument, path);
            case "\\df" -> list(sections.table("", FUNCTIONS, pattern.schema(), pattern.name(), path));
            case "\\sf" -> functionTexts(sections, pattern, path);
            case "\\dT" -> list(sections.table("", TYPES, pattern.schema(), pattern.name(), path));
            case "\\dn" -> list(sections.table("", SCHEMAS, pattern.name()));
            case "\\du", "\\dg" -> list(sections.table("", ROLES, pattern.name()));
            case "\\dx" -> list(sections.table("", EXTENSIONS, pattern.name()));
            case "\\l" -> list(sections.table("", DATABASES, pattern.name()));
            default -> {
                Object kinds = sections.texts(LISTS.getOrDefault(name, List.of()));
                yield list(sections.table("", RELATIONS, kinds, pattern.schema(), pattern.name(), path));
            }
        };
    }

    private List<Description> list(Section section) throws FaultException {
        if (section.rows().isEmpty() && !argument.isEmpty()) {
            throw nothing(argument);
        }
        return List.of(new Description(title, List.of(section)));
    }

    private List<Description> functionTexts(Sections sections, NamePattern pattern, Object path)
            throws SQLException, FaultException {
        Section found = sections.table("", FUNCTION_TEXTS, pattern.schema(), pattern.name(), path);
        if (found.rows().isEmpty()) {
            throw nothing(argument);
        }
        return found.rows().stream()
                .map(row -> new Description(
                        "Function " + row.getFirst(), List.of(Section.text("Definition", row.getLast()))))
                .toList();
    }

    static FaultException nothing(String argument) {
        return new FaultException(
                FaultKind.BAD_INPUT,
                "there is nothing called " + argument,
                "Name its schema too if it is not on the search path; * stands for any characters");
    }
}
