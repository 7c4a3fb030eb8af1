package dev.watchkeeper.redis.console;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.redis.connect.RespLine;
import dev.watchkeeper.redis.resp.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a server says of how its commands are used. Immutable. */
public final class Docs {
    /** Of a server before 7.0, or one that was not asked. */
    public static final Docs NONE = new Docs(Map.of());

    private final Map<String, CommandDoc> commands;

    private Docs(Map<String, CommandDoc> commands) {
        this.commands = Map.copyOf(commands);
    }

    static Docs read(RespLine line) throws FaultException {
        Reply answer = line.ask("COMMAND", "DOCS");
        if (answer.isFailure()) {
            return NONE;
        }
        Map<String, CommandDoc> commands = new HashMap<>();
        add(answer, commands);
        return new Docs(commands);
    }

    private static void add(Reply some, Map<String, CommandDoc> commands) {
        for (Reply.Pair pair : some.pairs()) {
            String name = pair.name().text().toLowerCase(Locale.ROOT);
            Reply doc = pair.value();
            String syntax = together(doc.get("arguments").parts(), " ");
            commands.put(
                    name,
                    new CommandDoc(
                            name,
                            doc.get("summary").text(),
                            syntax,
                            doc.get("complexity").text()));
            add(doc.get("subcommands"), commands);
        }
    }

    private static String together(List<Reply> arguments, String between) {
        return arguments.stream().map(Docs::argument).collect(Collectors.joining(between));
    }

    private static String argument(Reply argument) {
        String type = argument.get("type").text();
        String token = argument.get("token").text();
        List<Reply> inner = argument.get("arguments").parts();
        String value = switch (type) {
            case "pure-token" -> "";
            case "oneof" -> token.isEmpty() ? together(inner, " | ") : "<" + together(inner, " | ") + ">";
            case "block" -> together(inner, " ");
            default -> argument.get("name").text();
        };
        String one = token.isEmpty() || value.isEmpty() ? token + value : token + " " + value;
        List<String> flags =
                argument.get("flags").parts().stream().map(Reply::text).toList();
        String all = flags.contains("multiple") ? one + " [" + one + " …]" : one;
        return flags.contains("optional") ? "[" + all + "]" : all;
    }

    /** By name; the subcommand's own where there is one. */
    public Optional<CommandDoc> find(String name, String second) {
        String container = name.toLowerCase(Locale.ROOT);
        CommandDoc sub = commands.get(container + "|" + second.toLowerCase(Locale.ROOT));
        return Optional.ofNullable(sub == null ? commands.get(container) : sub);
    }
}
