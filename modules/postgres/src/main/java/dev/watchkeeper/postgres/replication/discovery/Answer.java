package dev.watchkeeper.postgres.replication.discovery;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking an address.
 *
 * @param reading null if there is a fault
 * @param skew the server's clock minus the workstation's, about
 */
record Answer(@Nullable MemberReading reading, Optional<Fault> fault, Duration skew) {
    static Answer of(MemberReading reading, Instant asked) {
        return new Answer(reading, Optional.empty(), Duration.between(asked, reading.takenAt()));
    }

    static Answer failed(Fault fault) {
        return new Answer(null, Optional.of(fault), Duration.ZERO);
    }
}
