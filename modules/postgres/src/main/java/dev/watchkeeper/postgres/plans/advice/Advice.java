package dev.watchkeeper.postgres.plans.advice;

import java.util.Optional;

/**
 * What is wrong with a node, and what may help.
 *
 * @param node its id; -1 if it is about the plan as a whole
 * @param grave whether it costs much of the whole now; else it is worth knowing
 * @param headline one sentence with the figures: {@code Reads 2,400,000 rows to keep 412.}
 * @param text what it means and what to do, in sentences
 * @param statement to try, with its semicolon; empty if there is none
 */
public record Advice(int node, Rule rule, boolean grave, String headline, String text, Optional<String> statement) {
    /** Id of no node. */
    public static final int WHOLE = -1;
}
