package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.reports.HeldBack;
import dev.watchkeeper.app.reports.Origin;
import dev.watchkeeper.app.reports.Records;
import dev.watchkeeper.app.reports.Sentences;
import dev.watchkeeper.app.reports.SessionRecords;
import dev.watchkeeper.app.reports.SessionsDocument;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.sessions.Session;
import dev.watchkeeper.postgres.sessions.SessionList;
import dev.watchkeeper.postgres.sessions.SessionState;
import dev.watchkeeper.postgres.sessions.SessionsProbe;
import dev.watchkeeper.report.Document;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What leaves the sessions pane. */
final class SessionsOutput implements PaneOutput<SessionList> {
    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public boolean suits(Target target) {
        return target.endpoint().engine() == Engine.POSTGRESQL;
    }

    @Override
    public Probe<SessionList> probe(Workbench bench, Target target, List<Target> company) {
        return new SessionsProbe(bench.open(target));
    }

    @Override
    public String sentence(Snapshot<SessionList> snapshot) {
        return Sentences.of(snapshot);
    }

    @Override
    public List<Records> records(Snapshot<SessionList> snapshot) {
        return List.of(SessionRecords.of(snapshot, snapshot.value().sessions()));
    }

    @Override
    public List<Sheet> sheets(Snapshot<SessionList> snapshot) {
        Sheet sheet = new Sheet()
                .number("pid")
                .text("state")
                .text("user")
                .text("database")
                .text("application")
                .text("client")
                .number("transaction")
                .number("query")
                .text("waits for")
                .number("blocks")
                .text("statement");
        HeldBack heldBack = new HeldBack(snapshot.value().sessions());
        clients(snapshot).forEach(session -> add(sheet, session, snapshot.takenAt(), heldBack));
        return List.of(sheet);
    }

    @Override
    public Document document(Snapshot<SessionList> snapshot, Origin origin) {
        return SessionsDocument.of(snapshot, clients(snapshot), origin);
    }

    /** Client backends: those in a transaction first, the oldest at the top; workers below their leader's place. */
    public static List<Session> clients(Snapshot<SessionList> snapshot) {
        return snapshot.value().sessions().stream()
                .filter(session -> session.isClient() || session.isParallelWorker())
                .sorted(Comparator.comparing((Session session) -> session.state() == SessionState.IDLE)
                        .thenComparing(
                                session -> session.xactAge(snapshot.takenAt()),
                                Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparingInt(Session::pid))
                .toList();
    }

    private static void add(Sheet sheet, Session session, Instant now, HeldBack heldBack) {
        int blocks = heldBack.by(session.pid());
        sheet.row(
                Integer.toString(session.pid()),
                session.isParallelWorker()
                        ? "worker of " + session.leaderPid()
                        : session.state().badge(),
                text(session.user()),
                text(session.database()),
                session.application(),
                text(session.client()),
                clock(session.xactAge(now)),
                session.state() == SessionState.IDLE ? "" : clock(session.queryAge(now)),
                session.waits(),
                blocks == 0 ? "" : Integer.toString(blocks),
                session.hidden() ? "not to be seen without pg_read_all_stats" : oneLine(session.query()));
    }

    private static String clock(@Nullable Duration age) {
        return age == null ? "" : Spans.clock(age);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    static String oneLine(String statement) {
        return statement.strip().replaceAll("\\s+", " ");
    }
}
