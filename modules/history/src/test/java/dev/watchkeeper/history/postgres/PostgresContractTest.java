package dev.watchkeeper.history.postgres;

import dev.watchkeeper.history.HistoryStore;
import dev.watchkeeper.history.keeping.HistoryContract;
import dev.watchkeeper.lab.testing.LabExtension;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.time.Clock;
import org.junit.jupiter.api.extension.ExtendWith;

/** A shared PostgreSQL keeps what every store promises. */
@ExtendWith(LabExtension.class)
class PostgresContractTest extends HistoryContract {
    private final SharedLabs labs;

    PostgresContractTest(SharedLabs labs) {
        this.labs = labs;
    }

    @Override
    protected HistoryStore open() throws Exception {
        return PostgresHistory.open(LabEntrance.empty(labs.primary()), Clock.systemUTC());
    }
}
