package dev.watchkeeper.app.reports;

import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.sessions.Session;
import dev.watchkeeper.postgres.sessions.SessionList;
import dev.watchkeeper.postgres.sessions.SessionState;
import dev.watchkeeper.postgres.sessions.Vitals;
import dev.watchkeeper.report.Block;
import dev.watchkeeper.report.Cell;
import dev.watchkeeper.report.Column;
import dev.watchkeeper.report.Document;
import dev.watchkeeper.report.Fact;
import dev.watchkeeper.report.Line;
import dev.watchkeeper.report.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sessions for the incident ticket. */
public final class SessionsDocument {
    private static final Duration LONG = Duration.ofMinutes(10);

    private SessionsDocument() {}

    /**
     * A list of these sessions, in their order.
     *
     * @param shown those of the snapshot that are wanted
     */
    public static Document of(Snapshot<SessionList> snapshot, List<Session> shown, Origin origin) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Facts(facts(snapshot.value())));
        blocks.add(new Block.Heading("Sessions", Sizes.of(shown.size(), "session", "sessions")));
        HeldBack heldBack = new HeldBack(snapshot.value().sessions());
        blocks.add(new Block.Table(
                columns(),
                shown.stream()
                        .map(session -> (Line) row(session, snapshot.takenAt(), heldBack))
                        .toList(),
                "No session is connected, or none that the filter lets through"));
        return new Document(
                "Sessions on " + origin.target().name(),
                Sentences.alone(Sentences.of(snapshot)),
                origin.cover(snapshot),
                blocks);
    }

    private static List<Fact> facts(SessionList list) {
        Vitals vitals = list.vitals();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "Connections",
                Sizes.count(list.clients()) + " of " + Sizes.count(vitals.maxConnections()) + ", " + vitals.reserved()
                        + " reserved"));
        Map<SessionState, Integer> states = new EnumMap<>(SessionState.class);
        list.sessions().stream()
                .filter(Session::isClient)
                .forEach(session -> states.merge(session.state(), 1, Integer::sum));
        states.forEach((state, count) ->
                facts.add(new Fact(state.label().isEmpty() ? "state unknown" : state.label(), Sizes.count(count))));
        facts.add(new Fact("Server", vitals.standby() ? "standby" : "primary"));
        facts.add(new Fact("Seen as", vitals.role() + (vitals.seesAll() ? "" : ", who does not see what others run")));
        return facts;
    }

    private static List<Column> columns() {
        return List.of(
                Column.code("PID", 8),
                Column.badge("State", 11),
                Column.text("User", 11),
                Column.text("Application", 13),
                Column.text("Database", 10),
                Column.text("Client", 12),
                Column.number("Transaction", "h:min:s", 11),
                Column.number("Query", "h:min:s", 9),
                Column.text("Waits for", 13),
                Column.number("Blocks", "", 7));
    }

    private static Line.Row row(Session session, Instant now, HeldBack heldBack) {
        Duration xact = session.xactAge(now);
        Duration query = session.state() == SessionState.IDLE ? null : session.queryAge(now);
        int blocks = heldBack.by(session.pid());
        boolean waits = "Lock".equals(session.waitEventType());
        return Line.Row.of(
                        Cell.of(Integer.toString(session.pid())),
                        Cell.of(session.state().badge(), tone(session.state())),
                        Cell.of(text(session.user())),
                        Cell.of(session.application()),
                        Cell.of(text(session.database())),
                        Cell.of(text(session.client())),
                        Cell.of(clock(xact), xact != null && xact.compareTo(LONG) > 0 ? Tone.AMBER : Tone.PLAIN),
                        Cell.of(clock(query)),
                        Cell.of(session.waits(), waits ? Tone.RED : Tone.PLAIN),
                        Cell.of(blocks == 0 ? "" : Sizes.count(blocks), blocks == 0 ? Tone.PLAIN : Tone.RED))
                .at(session.isParallelWorker() ? 1 : 0)
                .with(session.query());
    }

    static Tone tone(SessionState state) {
        return switch (state) {
            case ACTIVE, FASTPATH -> Tone.GREEN;
            case IDLE_IN_TRANSACTION, IDLE_IN_TRANSACTION_ABORTED -> Tone.AMBER;
            default -> Tone.PLAIN;
        };
    }

    static String clock(@Nullable Duration age) {
        return age == null ? "" : Spans.clock(age);
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
