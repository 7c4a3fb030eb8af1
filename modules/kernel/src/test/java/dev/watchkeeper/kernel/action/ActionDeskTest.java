package dev.watchkeeper.kernel.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.PasswordSource;
import dev.watchkeeper.kernel.target.PoolSize;
import dev.watchkeeper.kernel.target.Target;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActionDeskTest {
    private final List<AuditEntry> written = new ArrayList<>();
    private boolean diskFull;
    private int runs;

    private final AuditTrail audit = new AuditTrail() {
        @Override
        public void ensureWritable() throws FaultException {
            if (diskFull) {
                throw new FaultException(FaultKind.FAILED, "the disk is full", "");
            }
        }

        @Override
        public void append(AuditEntry entry) {
            written.add(entry);
        }

        @Override
        public List<AuditEntry> newest(int limit) {
            return written;
        }
    };

    private final ActionDesk desk = new ActionDesk(audit, Clock.systemUTC(), "tester");

    @Test
    void whatIsDoneIsAudited() throws FaultException {
        desk.run(new Deed(target(false)));

        assertThat(written).singleElement().satisfies(entry -> {
            assertThat(entry.result()).isEqualTo("done");
            assertThat(entry.who()).isEqualTo("tester");
            assertThat(entry.outcome()).isEqualTo("gone");
        });
    }

    @Test
    void whatCanNotBeAuditedIsNotDone() {
        diskFull = true;

        assertThatThrownBy(() -> desk.run(new Deed(target(false)))).hasMessage("the disk is full");
        assertThat(runs).isZero();
    }

    @Test
    void readOnlyTargetsRefuse() {
        assertThatThrownBy(() -> desk.run(new Deed(target(true)))).hasMessageContaining("read-only");
        assertThat(runs).isZero();
        assertThat(written)
                .singleElement()
                .satisfies(entry -> assertThat(entry.result()).isEqualTo("refused"));
    }

    private static Target target(boolean readOnly) {
        Endpoint endpoint = new Endpoint(
                Engine.POSTGRESQL, List.of(new HostPort("db1", 5432)), "shop", "dba", new LinkedHashMap<>());
        return new Target(
                "shop",
                endpoint,
                Environment.PRODUCTION,
                new PasswordSource.Usual(),
                readOnly,
                List.of(),
                PoolSize.DEFAULT);
    }

    private final class Deed implements Action {
        private final Target target;

        Deed(Target target) {
            this.target = target;
        }

        @Override
        public Target target() {
            return target;
        }

        @Override
        public String name() {
            return "terminate";
        }

        @Override
        public String preview() {
            return "terminates pid 4711";
        }

        @Override
        public String statement() {
            return "select pg_terminate_backend(4711)";
        }

        @Override
        public Danger danger() {
            return Danger.ORDINARY;
        }

        @Override
        public Outcome run() {
            runs++;
            return new Outcome(true, "gone", Duration.ZERO);
        }
    }
}
