package dev.watchkeeper.app.panes.locks;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.locks.Member;
import dev.watchkeeper.postgres.sessions.ExplainQuery;
import dev.watchkeeper.postgres.sessions.Session;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The plan of what a member of the forest runs. */
final class MemberPlan {
    private MemberPlan() {}

    /** As text; waits for the server. */
    static String of(PostgresServer server, Member member) throws FaultException {
        return ExplainQuery.plan(server, session(member));
    }

    private static Session session(Member member) {
        return new Session(
                member.party().pid(),
                0,
                "client backend",
                member.database(),
                member.user(),
                member.application(),
                member.client(),
                null,
                Objects.requireNonNullElse(member.backendStart(), Instant.EPOCH),
                member.xactStart(),
                member.queryStart(),
                member.stateChange(),
                member.state(),
                member.waitEventType(),
                member.waitEvent(),
                null,
                0,
                0,
                null,
                member.query(),
                List.of(),
                false);
    }
}
