package dev.watchkeeper.hosts.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class JobProgressTest {
    @Test
    void readsWhatTheToolsWrite() {
        assertThat(JobProgress.share("  23456/140123 kB (16%), 0/1 tablespace")).isEqualTo(OptionalDouble.of(0.16));
        assertThat(JobProgress.share("P00 DETAIL: backup file pg_data/x (16KB, 99.25%) checksum ab"))
                .isEqualTo(OptionalDouble.of(0.9925));
        assertThat(JobProgress.share("100%")).isEqualTo(OptionalDouble.of(1));
        assertThat(JobProgress.share("dumping contents of table x")).isEmpty();
        assertThat(JobProgress.share("1234% of nothing")).isEmpty();
    }
}
