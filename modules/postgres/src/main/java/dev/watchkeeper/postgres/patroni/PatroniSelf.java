package dev.watchkeeper.postgres.patroni;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a member says of itself and of its PostgreSQL ({@code GET /patroni}).
 *
 * @param name of the member; empty before Patroni 3.1
 * @param version of PostgreSQL, as its number: 150018; null while it does not run
 * @param systemIdentifier null while not known
 * @param timeline null while not known
 * @param position written by a primary, replayed by a standby; null while not known
 * @param received by a standby; null on a primary
 * @param replayPaused whether a standby's replay is paused
 * @param patroniVersion {@code 3.0.2}
 * @param standbys that stream from it
 */
public record PatroniSelf(
        String name,
        String scope,
        PatroniRole role,
        String state,
        @Nullable Integer version,
        @Nullable String systemIdentifier,
        @Nullable Integer timeline,
        @Nullable Long position,
        @Nullable Long received,
        boolean replayPaused,
        String patroniVersion,
        List<Streaming> standbys) {
    public PatroniSelf {
        standbys = List.copyOf(standbys);
    }

    /**
     * One that streams from it, of {@code pg_stat_replication}.
     *
     * @param clientAddress empty through a Unix socket
     */
    public record Streaming(String applicationName, String clientAddress, String state, String syncState) {}

    /** {@code 15.18}; empty if not known. */
    public String postgresVersion() {
        return version == null ? "" : version / 10_000 + "." + version % 10_000;
    }
}
