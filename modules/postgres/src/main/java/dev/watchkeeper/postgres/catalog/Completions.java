package dev.watchkeeper.postgres.catalog;

import java.util.List;

/**
 * What may stand at a caret.
 *
 * @param from index in the text of the first character that a proposal replaces
 * @param to index after the last; where the caret is
 * @param proposals the likeliest first; empty where nothing is proposed
 */
public record Completions(int from, int to, List<Proposal> proposals) {
    public Completions {
        proposals = List.copyOf(proposals);
    }
}
