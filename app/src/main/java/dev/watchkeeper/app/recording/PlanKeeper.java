package dev.watchkeeper.app.recording;

import dev.watchkeeper.history.KeptPlan;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.workload.QueryRef;
import dev.watchkeeper.kernel.workload.StatementUse;
import dev.watchkeeper.kernel.workload.Workload;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.plans.ExplainRequest;
import dev.watchkeeper.postgres.plans.Explained;
import dev.watchkeeper.postgres.plans.QuietExplainer;
import dev.watchkeeper.postgres.plans.tree.PlanShape;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks now and then for the plans of the statements that take most time, and at once for those of statements that became
 * much slower or faster, and for all when tables are seen to be others. Never runs a statement. Only of the database that the connection leads to. {@link #look} is for one thread.
 */
public final class PlanKeeper {
    /** So many statements are explained in a round. */
    private static final int TOP = 20;

    /** So many are explained out of turn, because they became slower or faster, or were never looked at. */
    private static final int URGENT = 5;

    private static final Duration BETWEEN_ROUNDS = Duration.ofMinutes(5);

    /** What has no plan is asked for again after this: a missing table may be back, a right granted. */
    private static final Duration AFTER_REFUSAL = Duration.ofHours(1);

    /** A plan of thousands of partitions is not worth its room. */
    private static final int LARGEST = 1_000_000;

    private final PostgresServer server;
    private final Duration between;
    private final Shifts shifts = new Shifts();
    private final Map<QueryRef, Instant> refused = new Remembered<>();
    private final Map<QueryRef, Boolean> looked = new Remembered<>();
    private Instant lastRound = Instant.EPOCH;
    private volatile boolean stale;

    /** With a round every five minutes. */
    public PlanKeeper(PostgresServer server) {
        this(server, BETWEEN_ROUNDS);
    }

    /** @param between rounds at least, by the server's clock */
    public PlanKeeper(PostgresServer server, Duration between) {
        this.server = server;
        this.between = between;
    }

    /** A map that forgets the oldest, so that a server with ever new statements does not fill it. */
    private static final class Remembered<V> extends LinkedHashMap<QueryRef, V> {
        private static final long serialVersionUID = 1L;
        private static final int MOST = 2_000;

        @Override
        protected boolean removeEldestEntry(Map.Entry<QueryRef, V> eldest) {
            return size() > MOST;
        }
    }

    /** Plans may be others now, because an index came or went: all are asked for with the next look. Any thread. */
    public void forgetPlans() {
        stale = true;
    }

    /**
     * Looks at what was done; blocks while it asks the server for plans.
     *
     * @param texts of the workload's statements; of what is missing there no plan is asked for
     * @return the plans that were seen now, whether they changed or not; the store tells those apart by their shape
     */
    public List<KeptPlan> look(Workload workload, Map<QueryRef, String> texts) {
        List<StatementUse> here = here(workload);
        List<StatementUse> wanted = new ArrayList<>(shifts.of(here, URGENT));
        here.stream()
                .limit(TOP)
                .filter(use -> !looked.containsKey(QueryRef.of(use.id())))
                .limit(URGENT)
                .forEach(wanted::add);
        Instant now = workload.to();
        boolean due = stale
                || now.isBefore(lastRound)
                || Duration.between(lastRound, now).compareTo(between) >= 0;
        if (due) {
            stale = false;
            lastRound = now;
            wanted.addAll(here.stream().limit(TOP).toList());
        }
        return plans(wanted, texts, now);
    }

    /** One of each statement, that of the role which spends most time on it; the most expensive first. */
    private List<StatementUse> here(Workload workload) {
        String database = server.target().endpoint().database();
        Map<QueryRef, StatementUse> largest = new LinkedHashMap<>();
        workload.uses().stream()
                .filter(use -> use.id().database().equals(database) && !use.id().isOthers())
                .forEach(use -> largest.merge(
                        QueryRef.of(use.id()),
                        use,
                        (one, other) ->
                                one.figures().execMs() >= other.figures().execMs() ? one : other));
        return largest.values().stream()
                .sorted((one, other) ->
                        Double.compare(other.figures().execMs(), one.figures().execMs()))
                .toList();
    }

    private List<KeptPlan> plans(List<StatementUse> wanted, Map<QueryRef, String> texts, Instant now) {
        Map<QueryRef, KeptPlan> plans = new LinkedHashMap<>();
        for (StatementUse use : wanted) {
            QueryRef query = QueryRef.of(use.id());
            String text = texts.get(query);
            if (text == null || plans.containsKey(query) || isRefused(query, now)) {
                continue;
            }
            try {
                plan(use, text, now).ifPresent(plan -> plans.put(query, plan));
                looked.put(query, true);
            } catch (FaultException e) {
                if (!isAboutTheStatement(e)) {
                    // the server is gone or busy: the next round comes soon enough
                    return List.copyOf(plans.values());
                }
                refused.put(query, now);
            }
        }
        return List.copyOf(plans.values());
    }

    private boolean isRefused(QueryRef query, Instant now) {
        Instant since = refused.get(query);
        return since != null && Duration.between(since, now).abs().compareTo(AFTER_REFUSAL) < 0;
    }

    private static boolean isAboutTheStatement(FaultException e) {
        return switch (e.fault().kind()) {
            case FAILED, CONFLICT, DENIED, UNSUPPORTED, BAD_INPUT -> true;
            case UNREACHABLE, TIMEOUT -> false;
        };
    }

    private Optional<KeptPlan> plan(StatementUse use, String text, Instant now) throws FaultException {
        ExplainRequest request = ExplainRequest.of(text).as(use.id().role());
        Explained explained = QuietExplainer.explain(server, request);
        return explained.json().length() > LARGEST
                ? Optional.empty()
                : Optional.of(new KeptPlan(
                        QueryRef.of(use.id()), PlanShape.of(explained.plan()), now, now, explained.json()));
    }
}
