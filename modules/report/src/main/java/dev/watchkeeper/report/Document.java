package dev.watchkeeper.report;

import java.util.List;

/**
 * What a pane shows, as data to be read by people: to be attached to a ticket, printed, archived.
 *
 * @param title what it is about, in sentence case: {@code Locks on billing}
 * @param sentence what is the matter, in one sentence; empty if there is nothing to say
 */
public record Document(String title, String sentence, Cover cover, List<Block> blocks) {
    public Document {
        blocks = List.copyOf(blocks);
    }
}
