package dev.watchkeeper.postgres.patroni;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.lab.debian.PatroniLab;
import dev.watchkeeper.lab.testing.Debian;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PatroniRestTest {
    @Test
    void reads() throws IOException, SQLException {
        Debian.needs("patroni", "etcd", "initdb");
        long t = System.nanoTime();
        try (PatroniLab lab = PatroniLab.start(3)) {
            System.err.println("up " + (System.nanoTime() - t) / 1_000_000);
            assertThat(lab.leader()).isPresent();
            t = System.nanoTime();
        }
        System.err.println("down " + (System.nanoTime() - t) / 1_000_000);
    }
}
