package dev.watchkeeper.app.panes.sessions;

import dev.watchkeeper.app.hosts.HostView.ProcessUse;
import dev.watchkeeper.app.reports.HeldBack;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.postgres.sessions.Session;
import dev.watchkeeper.postgres.sessions.SessionList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Makes of a snapshot the lines that the person wants to see, in the order that he wants. A pure function. */
final class Arranger {
    private final Snapshot<SessionList> snapshot;
    private final Choice choice;
    private final Comparator<SessionLine> order;
    private final IntFunction<@Nullable ProcessUse> use;
    private final HeldBack heldBack;
    private final Map<Integer, List<Session>> workersOf = new HashMap<>();
    private final Map<StateGroup, Integer> counts = new EnumMap<>(StateGroup.class);
    private int background;
    private int walsenders;
    private int workers;

    private Arranger(
            Snapshot<SessionList> snapshot,
            Choice choice,
            Comparator<SessionLine> order,
            IntFunction<@Nullable ProcessUse> use) {
        this.snapshot = snapshot;
        this.choice = choice;
        this.order = order;
        this.use = use;
        this.heldBack = new HeldBack(snapshot.value().sessions());
    }

    /** @param use what a backend takes of its host, by its number */
    static SessionsModel arrange(
            Snapshot<SessionList> snapshot,
            Choice choice,
            Comparator<SessionLine> order,
            IntFunction<@Nullable ProcessUse> use,
            boolean asked) {
        return new Arranger(snapshot, choice, order, use).model(asked);
    }

    private SessionsModel model(boolean asked) {
        snapshot.value().sessions().forEach(this::count);
        List<SessionLine> chosen = new ArrayList<>();
        String text = choice.text().strip().toLowerCase(Locale.ROOT);
        for (Session session : snapshot.value().sessions()) {
            SessionLine.One line = line(session);
            if (isWanted(session) && (text.isEmpty() || line.has(text))) {
                chosen.add(line);
            }
        }
        chosen.sort(order);
        List<SessionLine> lines = choice.grouping() == Grouping.NONE ? chosen : grouped(chosen);
        return new SessionsModel(
                snapshot, choice.workers() ? unfolded(lines) : lines, counts, background, walsenders, workers, asked);
    }

    private void count(Session session) {
        if (session.isParallelWorker()) {
            workers++;
            workersOf
                    .computeIfAbsent(session.leaderPid(), pid -> new ArrayList<>())
                    .add(session);
        } else if (session.isClient()) {
            counts.merge(StateGroup.of(session), 1, Integer::sum);
        } else if (isWalsender(session)) {
            walsenders++;
        } else {
            background++;
        }
    }

    private static boolean isWalsender(Session session) {
        return session.backendType().equals("walsender");
    }

    private SessionLine.One line(Session session) {
        int folded = workersOf.getOrDefault(session.pid(), List.of()).size();
        return SessionLine.One.of(
                session,
                snapshot.takenAt(),
                heldBack.by(session.pid()),
                choice.workers() ? 0 : folded,
                use.apply(session.pid()));
    }

    private boolean isWanted(Session session) {
        if (session.isParallelWorker()) {
            return false;
        }
        if (!session.isClient()) {
            return isWalsender(session) ? choice.walsenders() : choice.background();
        }
        StateGroup group = StateGroup.of(session);
        boolean only = choice.only().isEmpty() || choice.only().contains(group);
        return only
                && !(choice.hideIdle()
                        && group == StateGroup.IDLE
                        && !choice.only().contains(group));
    }

    private List<SessionLine> grouped(List<SessionLine> chosen) {
        Map<String, List<SessionLine>> groups = new TreeMap<>();
        for (SessionLine line : chosen) {
            if (line instanceof SessionLine.One one) {
                groups.computeIfAbsent(choice.grouping().of(one.session()), name -> new ArrayList<>())
                        .add(line);
            }
        }
        List<SessionLine> lines = new ArrayList<>();
        groups.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, List<SessionLine>> group) ->
                        -group.getValue().size()))
                .forEach(group -> {
                    lines.add(new SessionLine.Band(
                            group.getKey(), group.getValue().size(), waiting(group.getValue())));
                    lines.addAll(group.getValue());
                });
        return lines;
    }

    private static int waiting(List<SessionLine> lines) {
        return (int) lines.stream()
                .filter(line ->
                        line instanceof SessionLine.One one && StateGroup.of(one.session()) == StateGroup.WAITING)
                .count();
    }

    private List<SessionLine> unfolded(List<SessionLine> lines) {
        List<SessionLine> all = new ArrayList<>();
        for (SessionLine line : lines) {
            all.add(line);
            if (line instanceof SessionLine.One one) {
                workersOf.getOrDefault(one.session().pid(), List.of()).forEach(worker -> all.add(line(worker)));
            }
        }
        return all;
    }
}
