package dev.watchkeeper.app.panes.locks.picture;

import dev.watchkeeper.postgres.locks.BlockingForest;
import dev.watchkeeper.postgres.locks.Edge;
import dev.watchkeeper.postgres.locks.LockMode;
import dev.watchkeeper.postgres.locks.Lockable;
import dev.watchkeeper.postgres.locks.Member;
import dev.watchkeeper.postgres.locks.Party;
import dev.watchkeeper.postgres.locks.Wait;
import dev.watchkeeper.postgres.sessions.SessionState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Forests made by hand. */
public final class Forests {
    public static final Instant NOW = Instant.parse("2026-11-20T14:29:52Z");
    public static final Lockable ROW = new Lockable("tuple", "row (0,3) of public.orders", "tuple/16384/0/3");
    public static final Lockable TX = new Lockable("transactionid", "transaction 8812", "xid/8812");
    public static final Lockable TABLE = new Lockable("relation", "public.invoices", "relation/16390");

    private final Map<Party, Member> members = new HashMap<>();
    private final List<Edge> edges = new ArrayList<>();

    /** Runs, or sits idle in its transaction, for so many seconds. */
    public Forests holds(
            int pid, String user, SessionState state, int seconds, Lockable what, LockMode mode, String sql) {
        Party party = Party.session(pid);
        return member(party, user, null, List.of(new Member.Held(what, mode)), state, seconds, sql);
    }

    public Forests prepared(String gid, int seconds) {
        return member(Party.prepared(gid), "app_rw", null, List.of(), SessionState.NONE, seconds, "");
    }

    public Forests waits(int pid, String user, int seconds, Lockable what, LockMode mode, String sql) {
        Wait wait = new Wait(what, mode, NOW.minusSeconds(seconds));
        return member(Party.session(pid), user, wait, List.of(), SessionState.ACTIVE, seconds + 3, sql);
    }

    private Forests member(
            Party party,
            String user,
            @Nullable Wait wait,
            List<Member.Held> held,
            SessionState state,
            int seconds,
            String sql) {
        Instant begin = NOW.minusSeconds(seconds);
        Instant start = party.isPrepared() ? null : begin.minusSeconds(60);
        String type = wait == null ? null : "Lock";
        String event = wait == null ? null : wait.what().type();
        members.put(
                party,
                new Member(
                        party,
                        wait,
                        held,
                        user,
                        "invoices",
                        "Metabase",
                        "10.2.4.17",
                        state,
                        type,
                        event,
                        start,
                        begin,
                        begin,
                        begin,
                        state.isIdleInTransaction(),
                        sql));
        return this;
    }

    public Forests hard(int waiter, int blocker) {
        return edge(Party.session(waiter), Party.session(blocker), false);
    }

    public Forests soft(int waiter, int blocker) {
        return edge(Party.session(waiter), Party.session(blocker), true);
    }

    public Forests edge(Party waiter, Party blocker, boolean soft) {
        edges.add(new Edge(waiter, blocker, soft, null));
        return this;
    }

    public BlockingForest grow() {
        return new BlockingForest(members.values(), edges);
    }

    /** One updates a row and goes idle; so many others want the same row, from pid 1000 on. */
    public Forests rowQueue(int waiters) {
        holds(
                40318,
                "app_rw",
                SessionState.IDLE_IN_TRANSACTION,
                252,
                TX,
                LockMode.EXCLUSIVE,
                "UPDATE orders SET a = 1");
        waits(1000, "app_rw", 242, TX, LockMode.SHARE, "UPDATE orders SET a = 2")
                .hard(1000, 40318);
        for (int n = 1; n < waiters; n++) {
            int pid = 1000 + n;
            waits(pid, "app_rw", 241 - n % 200, ROW, LockMode.EXCLUSIVE, "UPDATE orders SET a = 3");
            hard(pid, 1000);
            for (int earlier = Math.max(1, n - 63); earlier < n; earlier++) {
                soft(pid, 1000 + earlier);
            }
        }
        return this;
    }

    /** A long reader, an ALTER that waits for it, and so many readers in its queue, from pid 5000 on. */
    public Forests alterWithReaders(int readers) {
        String sum = "SELECT customer_id, sum(amount)\nFROM invoices\nWHERE issued_at >= '2024-01-01'\nGROUP BY 1";
        holds(41002, "reporting", SessionState.ACTIVE, 668, TABLE, LockMode.ACCESS_SHARE, sum);
        waits(42290, "migrator", 160, TABLE, LockMode.ACCESS_EXCLUSIVE, "ALTER TABLE invoices ADD note text");
        hard(42290, 41002);
        for (int n = 0; n < readers; n++) {
            waits(5000 + n, "app_ro", 151 - n % 150, TABLE, LockMode.ACCESS_SHARE, "SELECT * FROM invoices");
            soft(5000 + n, 42290);
        }
        return this;
    }
}
