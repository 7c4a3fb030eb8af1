package dev.watchkeeper.postgres.replication.drawing;

import dev.watchkeeper.postgres.replication.discovery.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Ghosts that went away. Nobody but their upstream ever saw them; without this they would just be missing from the picture. For
 * one thread.
 */
final class Departed {
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    /** Who came for a moment only is not missed. */
    private static final Duration STAYED = Duration.ofSeconds(20);

    private record Stay(Ghost ghost, Instant first, Instant last) {}

    /** A ghost that is gone, and for how long. */
    record Gone(Ghost ghost, Duration span) {}

    private final Map<String, Stay> stays = new HashMap<>();

    /** Takes in a refresh; who of the ghosts is missing in it. */
    List<Gone> missing(Cast cast) {
        Map<String, Instant> clocks = new HashMap<>();
        for (Sighting member : cast.members()) {
            if (member.reading() != null) {
                clocks.put(member.id(), member.reading().takenAt());
            }
        }
        for (Ghost ghost : cast.ghosts()) {
            Instant now = Objects.requireNonNull(clocks.get(ghost.upstream().id()));
            stays.merge(ghost.id(), new Stay(ghost, now, now), (old, one) -> new Stay(ghost, old.first(), now));
        }
        stays.values().removeIf(stay -> isOver(stay, cast, clocks));
        return stays.values().stream()
                .filter(stay -> cast.ghosts().stream()
                        .noneMatch(ghost -> ghost.id().equals(stay.ghost().id())))
                .filter(stay -> Duration.between(stay.first(), stay.last()).compareTo(STAYED) >= 0)
                .filter(stay -> clocks.containsKey(stay.ghost().upstream().id()))
                .map(stay -> new Gone(
                        stay.ghost(),
                        Duration.between(
                                stay.last(), clocks.get(stay.ghost().upstream().id()))))
                .toList();
    }

    /** Forgotten, or known by now: whoever it was has been entered. */
    private static boolean isOver(Stay stay, Cast cast, Map<String, Instant> clocks) {
        Instant now = clocks.get(stay.ghost().upstream().id());
        String name = stay.ghost().sender().applicationName();
        boolean known = cast.served(stay.ghost().upstream()).keySet().stream()
                .anyMatch(sender -> sender.applicationName().equals(name)
                        && Objects.equals(
                                sender.clientAddress(), stay.ghost().sender().clientAddress()));
        return known || (now != null && Duration.between(stay.last(), now).compareTo(REMEMBERED) > 0);
    }
}
