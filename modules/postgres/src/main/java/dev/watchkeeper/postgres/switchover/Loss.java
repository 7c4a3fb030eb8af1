package dev.watchkeeper.postgres.switchover;

import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.postgres.patroni.PatroniMember;
import dev.watchkeeper.postgres.replication.discovery.Sighting;
import dev.watchkeeper.postgres.replication.member.Lsn;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import org.jspecify.annotations.Nullable;

/**
 * What of the primary's changes a standby does not have yet.
 *
 * @param bytes of WAL that it has not received; null if not known
 * @param transactions null if not known; may be a few too many while it still replays what it has
 */
record Loss(@Nullable Long bytes, @Nullable Long transactions) {
    static Loss of(Standing standing, Sighting candidate) {
        MemberReading reading = candidate.reading();
        if (reading == null) {
            Long lag = standing.managed(candidate).map(PatroniMember::lagBytes).orElse(null);
            return new Loss(lag, lag != null && lag == 0 ? 0L : null);
        }
        Long bytes = Lsn.distance(reading.position().end(), standing.end());
        if (bytes == null || bytes == 0) {
            return new Loss(bytes, bytes);
        }
        Long transactions = standing.leading()
                .map(leading -> Math.max(
                        0, leading.position().nextXid() - reading.position().nextXid()))
                .orElse(null);
        return new Loss(bytes, transactions);
    }

    boolean isNothing() {
        return bytes != null && bytes == 0;
    }

    /** {@code 41 MB (120 transactions)}. */
    String words() {
        if (bytes == null) {
            return "an unknown amount";
        }
        String size = Sizes.bytes(bytes);
        return transactions == null ? size : size + " (" + Sizes.of(transactions, "transaction", "transactions") + ")";
    }
}
