package dev.watchkeeper.postgres.replication.act;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;

/** What all that is done to one member has in common. */
abstract class MemberAction implements Action {
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Member member;

    MemberAction(Member member) {
        this.member = member;
    }

    /**
     * Whom it is done to.
     *
     * @param name what people call it
     * @param system its {@code system_identifier} as it was seen
     */
    record Member(PostgresServer server, String name, String system) {}

    final Member member() {
        return member;
    }

    final PostgresServer server() {
        return member.server();
    }

    @Override
    public final Target target() {
        return server().target();
    }

    /** Runs a statement that acts only where its conditions hold; whether they did. */
    final boolean act(SqlFile file, String... parameters) throws FaultException {
        return server().act(connected -> {
            try (PreparedStatement statement = connected.prepare(file)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setString(i + 1, parameters[i]);
                }
                try (ResultSet result = statement.executeQuery()) {
                    return result.next();
                }
            }
        });
    }

    static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
