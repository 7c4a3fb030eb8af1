package dev.watchkeeper.redis.console;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.redis.connect.RespLine;
import dev.watchkeeper.redis.resp.Reply;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The commands that one server knows, modules' too. Immutable. */
public final class Catalog {
    /** Of a server that does not tell: an old one, or the user may not ask. */
    public static final Catalog UNKNOWN = new Catalog(Map.of());

    private static final int SUBCOMMANDS = 9;

    private final Map<String, CommandFacts> commands;

    private Catalog(Map<String, CommandFacts> commands) {
        this.commands = commands;
    }

    static Catalog read(RespLine line) throws FaultException {
        Reply answer = line.ask("COMMAND");
        return answer.isFailure() ? UNKNOWN : of(answer);
    }

    static Catalog of(Reply answer) {
        Map<String, CommandFacts> commands = new TreeMap<>();
        add(answer.parts(), commands);
        return new Catalog(commands);
    }

    private static void add(List<Reply> some, Map<String, CommandFacts> commands) {
        for (Reply one : some) {
            List<Reply> parts = one.parts();
            if (parts.size() < 6) {
                continue;
            }
            String name = parts.get(0).text().toLowerCase(Locale.ROOT);
            commands.put(
                    name,
                    new CommandFacts(
                            name,
                            (int) parts.get(1).number(),
                            words(parts.get(2)),
                            parts.size() > 6 ? words(parts.get(6)) : Set.of(),
                            (int) parts.get(3).number()));
            if (parts.size() > SUBCOMMANDS) {
                add(parts.get(SUBCOMMANDS).parts(), commands);
            }
        }
    }

    private static Set<String> words(Reply some) {
        return some.parts().stream()
                .map(part -> part.text().toLowerCase(Locale.ROOT).replace("@", ""))
                .collect(Collectors.toSet());
    }

    public boolean isKnown() {
        return !commands.isEmpty();
    }

    /** By name; the subcommand's own facts where the server tells them (7.0 and newer). */
    public Optional<CommandFacts> find(ConsoleCommand command) {
        String name = command.name().toLowerCase(Locale.ROOT);
        CommandFacts sub = commands.get(name + "|" + command.upper(1).toLowerCase(Locale.ROOT));
        return Optional.ofNullable(sub == null ? commands.get(name) : sub);
    }

    /** All of them, by name. */
    public Collection<CommandFacts> all() {
        return commands.values();
    }
}
