package dev.watchkeeper.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Where what the document shows comes from.
 *
 * @param sources the servers; one or more
 * @param takenAt the moment that the document shows
 * @param zone of the reader: the moment is given in it beside UTC
 * @param filter what was left out, in words; empty if nothing was
 * @param madeBy who made it: {@code dba@workstation}
 */
public record Cover(List<Source> sources, Instant takenAt, ZoneId zone, String filter, String madeBy) {
    public Cover {
        sources = List.copyOf(sources);
    }
}
