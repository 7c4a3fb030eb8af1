package dev.watchkeeper.workspace.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImporterTest {
    @Test
    void proposesWhatIsNotSavedUnderNamesThatAreFree() throws FaultException {
        List<Target> saved = List.of(Target.unsaved("billing", endpoint("postgresql://dba@h/billing?sslmode=require")));
        List<Importer.Found> found = List.of(
                found("the same", "host=h dbname=billing user=dba"),
                found("billing", "host=h dbname=billing user=other"),
                found("billing", "host=h2 dbname=billing user=dba"),
                found("again", "host=h2 dbname=billing user=dba"));

        assertThat(Importer.propose(found, saved))
                .extracting(proposal -> proposal.connection().name() + " | "
                        + proposal.connection().url())
                .containsExactly(
                        "billing 2 | host=h dbname=billing user=other", "billing 3 | host=h2 dbname=billing user=dba");
    }

    private static Importer.Found found(String name, String url) throws FaultException {
        return new Importer.Found(name, endpoint(url), url, "a test");
    }

    private static Endpoint endpoint(String url) throws FaultException {
        return new LibpqParser().parse(url).endpoint();
    }
}
