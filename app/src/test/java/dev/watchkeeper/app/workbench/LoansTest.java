package dev.watchkeeper.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Target;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LoansTest {
    private final Loans loans = new Loans();

    @Test
    void aPasswordStaysOnItsHostUntilItIsLent() {
        Target owner = target("db-1");
        HostPort found = new HostPort("db-2", 5432);
        assertThat(loans.covers(owner, new HostPort("db-1", 5433))).isTrue();
        assertThat(loans.covers(owner, found)).isFalse();
        loans.lend(owner, found);
        assertThat(loans.covers(owner, found)).isTrue();
        assertThat(loans.covers(owner, new HostPort("db-2", 5433))).isFalse();
        assertThat(loans.covers(target("db-3"), found)).isFalse();
    }

    @Test
    void thisMachineHasSeveralNames() {
        assertThat(loans.covers(target("localhost"), new HostPort("127.0.0.1", 5433)))
                .isTrue();
        assertThat(loans.covers(target("/run/postgresql"), new HostPort("::1", 5433)))
                .isTrue();
        assertThat(loans.covers(target("127.0.0.1"), new HostPort("10.0.0.1", 5433)))
                .isFalse();
        assertThat(loans.covers(target("localhost.example.com"), new HostPort("127.0.0.1", 5433)))
                .isFalse();
    }

    private static Target target(String host) {
        Endpoint endpoint = new Endpoint(
                Engine.POSTGRESQL, List.of(new HostPort(host, 5432)), "shop", "dba", new LinkedHashMap<>());
        return Target.unsaved(host, endpoint);
    }
}
