package dev.watchkeeper.postgres.console.change;

import dev.watchkeeper.kernel.action.Danger;
import java.util.List;
import java.util.stream.Collectors;

/** What the statements of a script will do, all of them: none slips past in a batch. */
public record ChangePreview(List<StatementPreview> statements) {
    public ChangePreview {
        statements = List.copyOf(statements);
    }

    /** Whether anything may be changed at all. */
    public boolean changes() {
        return statements.stream().anyMatch(one -> one.deed().changes());
    }

    /** As dangerous as the worst of them. */
    public Danger danger() {
        boolean dangerous = statements.stream().anyMatch(StatementPreview::isDangerous);
        return dangerous ? Danger.DANGEROUS : Danger.ORDINARY;
    }

    /** A line for each statement that may change something, the dangerous ones first. */
    public String words() {
        List<StatementPreview> changing =
                statements.stream().filter(one -> one.deed().changes()).toList();
        String head = changing.size() == 1 ? "" : changing.size() + " statements that change something. ";
        return head
                + changing.stream()
                        .sorted((one, other) -> Boolean.compare(other.isDangerous(), one.isDangerous()))
                        .map(one -> changing.size() == 1
                                ? one.words()
                                : "Line " + one.statement().line() + ", " + one.words())
                        .collect(Collectors.joining("\n"));
    }
}
