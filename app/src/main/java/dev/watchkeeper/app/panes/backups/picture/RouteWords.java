package dev.watchkeeper.app.panes.backups.picture;

import dev.watchkeeper.app.reports.Times;
import dev.watchkeeper.backup.Backup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A way back to a moment, in words. */
public final class RouteWords {
    private RouteWords() {}

    /** {@code Nov 20 14:29:50 can be had}. */
    public static String headline(Route route, Times times) {
        return times.second(route.moment())
                + switch (route) {
                    case Route.Had had -> " can be had";
                    case Route.Lost lost -> " can't be had";
                };
    }

    /** With what, or why not and what is nearest. */
    public static String detail(Route route, Times times) {
        return switch (route) {
            case Route.Had had -> had(had);
            case Route.Lost lost -> lost(lost, times);
        };
    }

    private static String had(Route.Had had) {
        List<String> ids = had.chain().stream().map(RouteWords::name).toList();
        String backups = ids.isEmpty() ? had.window().backup() : chained(ids);
        String wal = had.wal().toSeconds() < 1 ? ", at its very end" : ", then " + Times.span(had.wal()) + " of WAL";
        return "From " + backups + wal + ", on timeline " + had.window().timeline() + " · "
                + had.window().place();
    }

    private static String chained(List<String> ids) {
        if (ids.size() <= 3) {
            return String.join(", ", ids);
        }
        return ids.getFirst() + ", " + (ids.size() - 2) + " between, " + ids.getLast();
    }

    /** Of pgBackRest's incremental ones the part that is their own. */
    private static String name(Backup backup) {
        int own = backup.id().indexOf('_');
        boolean repeats = backup.prior().isPresent() && own > 0 && backup.id().matches("[0-9]{8}-[0-9]{6}F_.*");
        return repeats ? "…" + backup.id().substring(own) : backup.id();
    }

    private static String lost(Route.Lost lost, Times times) {
        List<String> nearest = new ArrayList<>();
        lost.before().ifPresent(near -> nearest.add(near(near, times) + " before it"));
        lost.after().ifPresent(near -> nearest.add(near(near, times) + " after it"));
        String why = Character.toUpperCase(lost.why().charAt(0)) + lost.why().substring(1);
        return nearest.isEmpty() ? why : why + ". Nearest: " + String.join(", ", nearest);
    }

    private static String near(Route.Near near, Times times) {
        Optional<String> with = near.with().map(Backup::id);
        return times.second(near.at()) + with.map(id -> " (" + id + ")").orElse("");
    }
}
