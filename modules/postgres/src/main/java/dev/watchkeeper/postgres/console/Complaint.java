package dev.watchkeeper.postgres.console;

import dev.watchkeeper.kernel.sql.Place;
import java.util.Optional;

/**
 * What the server has against a statement.
 *
 * @param sqlState five characters, documentation appendix A
 * @param detail empty if there is none
 * @param hint empty if there is none
 * @param context where in functions it happened; empty if there is none
 * @param place where in the script; empty if the server doesn't say
 */
public record Complaint(
        String sqlState, String message, String detail, String hint, String context, Optional<Place> place) {}
