package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.app.controls.Tone;
import java.time.Instant;
import java.util.Optional;

/**
 * A line of what happened.
 *
 * @param text in one sentence
 * @param more further lines: detail, hint, advice; may be empty
 * @param statement that it is about, in one line; may be empty
 * @param place where to go: an index in the script; empty if there is none
 */
record Message(Instant at, Tone tone, String text, String more, String statement, Optional<Integer> place) {}
