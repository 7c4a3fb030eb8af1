package dev.watchkeeper.postgres.statements;

import java.util.Map;

/**
 * All entries that the role may see, read as one.
 *
 * @param begin asked before the entries were read
 * @param end asked after
 * @param hidden how many entries of other roles the role may not see
 */
record Reading(Counting begin, Counting end, Map<Entry, Count> entries, int hidden) {
    Reading {
        entries = Map.copyOf(entries);
    }
}
