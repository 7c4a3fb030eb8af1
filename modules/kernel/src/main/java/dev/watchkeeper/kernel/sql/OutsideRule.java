package dev.watchkeeper.kernel.sql;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a statement does beyond its transaction. */
final class OutsideRule {
    private final List<SqlWord> words;
    private final Set<String> functions;

    OutsideRule(List<SqlWord> words, Set<String> functions) {
        this.words = words;
        this.functions = functions;
    }

    /** As a clause; empty if there is nothing of the kind. */
    String outside() {
        String first = words.isEmpty() ? "" : words.getFirst().text();
        return switch (first) {
            case "COPY" -> copy();
            case "CALL" -> "runs a procedure, which may commit by itself";
            case "DO" -> "runs code, which may do anything";
            case "LOAD" -> "loads a library into the session";
            case "CHECKPOINT" -> "writes all changed pages to disk";
            default -> SideEffects.outside(functions).orElse("");
        };
    }

    private String copy() {
        Optional<SqlWord> program =
                words.stream().filter(word -> word.is("PROGRAM")).findFirst();
        if (program.isPresent()) {
            return "runs a program on the server";
        }
        boolean writes = words.stream().anyMatch(word -> word.depth() == 0 && word.is("TO"));
        boolean toUs = words.stream().anyMatch(word -> word.is("STDOUT"));
        return writes && !toUs ? "writes a file on the server" : "";
    }
}
