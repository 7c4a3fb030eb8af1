package dev.watchkeeper.postgres.console;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.sql.Deed;
import dev.watchkeeper.kernel.text.Spans;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements tried in one transaction that is rolled back, with limits that let nobody wait for long. Used once. */
final class DryRun {
    private static final int PAGE = 1000;
    /** Whoever holds a lock is not waited for longer. */
    private static final Duration LOCK = Duration.ofMillis(200);
    /** All together may take so many times what one of them may. */
    private static final int TIMES = 3;

    private final ConsoleSession session;
    private final Cancelling cancelling;
    private final Duration limit;

    DryRun(ConsoleSession session, Cancelling cancelling, Duration limit) {
        this.session = session;
        this.cancelling = cancelling;
        this.limit = limit;
    }

    TrialCounts counts(List<Request> requests) throws FaultException {
        long deadline = System.nanoTime() + TIMES * limit.toNanos();
        List<Long> counts = new ArrayList<>();
        cancelling.begin(session);
        try {
            session.control(ConsoleSession.BEGIN, notice -> {});
            session.limit(limit, LOCK);
            for (Request request : requests) {
                if (System.nanoTime() > deadline) {
                    break;
                }
                counts.add(count(request));
            }
            return new TrialCounts(counts, Optional.empty());
        } catch (StatementFault e) {
            if (e.reason() == StatementFault.Reason.LOST || e.reason() == StatementFault.Reason.CANCELLED) {
                throw e;
            }
            return new TrialCounts(counts, Optional.of(e));
        } catch (SQLException e) {
            throw ConsoleFaults.plain(session.target(), e);
        } finally {
            cancelling.end();
            session.rollBackQuietly();
        }
    }

    private long count(Request request) throws SQLException, FaultException {
        BoundStatement bound = new BoundStatement(request.statement().text());
        List<@Nullable String> values = bound.values(request.values());
        Exchange exchange = session.exchange(notice -> {});
        long start = System.nanoTime();
        try {
            exchange.run(bound.sent(), values, Deed.of(bound.sent()).givesRows() ? PAGE : 0, false);
            while (!exchange.isAtEnd()) {
                if (exchange.poll() == null) {
                    exchange.more(PAGE);
                }
            }
        } catch (SQLException e) {
            if (session.isClosed() || ConsoleFaults.isLoss(e)) {
                throw ConsoleFaults.lost(e, "the connection was lost during a trial, which is rolled back");
            }
            if (ConsoleFaults.isCancel(e)) {
                String took = Spans.words(Duration.ofNanos(System.nanoTime() - start));
                throw cancelling.wasWished() ? ConsoleFaults.cancelled(e, took) : ConsoleFaults.timeout(e, took);
            }
            throw ConsoleFaults.refused(e, bound, request);
        }
        return exchange.hasColumns() ? exchange.rows() : exchange.count();
    }
}
