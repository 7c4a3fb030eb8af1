package dev.watchkeeper.backup.make;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.watchkeeper.hosts.LocalHost;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.BackupSource;
import dev.watchkeeper.kernel.host.HostSpec;
import dev.watchkeeper.kernel.host.Placement;
import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.PasswordSource;
import dev.watchkeeper.kernel.target.PoolSize;
import dev.watchkeeper.kernel.target.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PlacesTest {
    private static final BackupSource.PgBackRest MAIN = stanza("backup-1", "main");
    private static final BackupSource.PgBackRest REPORTING = stanza("backup-1", "reporting");
    private static final BackupSource BUCKET = new BackupSource.Dumps(HostSpec.LOCAL, "s3://backups/billing");

    private final List<String> asked = new ArrayList<>();

    private static BackupSource.PgBackRest stanza(String host, String name) {
        return new BackupSource.PgBackRest(host, Optional.of(name).filter(one -> !one.isEmpty()), Optional.empty());
    }

    private Places of(BackupSource... backups) {
        Target target = new Target(
                "billing",
                new Endpoint(
                        Engine.POSTGRESQL,
                        List.of(new HostPort("pg-1", 5432)),
                        "billing",
                        "dba",
                        new LinkedHashMap<>()),
                Environment.DEVELOPMENT,
                new PasswordSource.Usual(),
                false,
                List.of(),
                PoolSize.DEFAULT,
                new Placement(Optional.empty(), Optional.of("pg-1"), List.of(backups)));
        return new Places(target, name -> {
            asked.add(name);
            return new LocalHost(Map.of());
        });
    }

    private static Where said(String host, String folder) {
        return new Where(
                Optional.of(host).filter(one -> !one.isEmpty()),
                Optional.of(folder).filter(one -> !one.isEmpty()),
                false);
    }

    @Test
    void ofTwoStanzasNoneIsGuessed() {
        FaultException refused = catchThrowableOfType(
                FaultException.class, () -> of(MAIN, REPORTING).stanza(Where.USUAL));

        assertThat(refused.fault().kind()).isEqualTo(FaultKind.BAD_INPUT);
        assertThat(refused.fault().sentence()).contains("main on backup-1", "reporting on backup-1", "--to");
    }

    @Test
    void aStanzaIsSaidByItsNameOrItsHost() throws FaultException {
        BackupSource.PgBackRest elsewhere = stanza("backup-2", "main");

        assertThat(of(MAIN, REPORTING).stanza(said("", "reporting"))).isEqualTo(REPORTING);
        assertThat(of(MAIN, elsewhere).stanza(said("backup-2", ""))).isEqualTo(elsewhere);
        assertThat(of(MAIN, MAIN).stanza(Where.USUAL)).isEqualTo(MAIN);
        assertThat(of(MAIN, REPORTING).stanza(Where.at(REPORTING, Optional.empty())))
                .isEqualTo(REPORTING);
        assertThat(of(stanza("backup-1", "")).stanza(said("", "main"))).isEqualTo(MAIN);
    }

    @Test
    void aStanzaThatNobodyKnowsIsNotTakenForAnother() {
        FaultException refused = catchThrowableOfType(FaultException.class, () -> of(MAIN).stanza(said("", "mian")));

        assertThat(refused.fault().sentence()).contains("no stanza mian", "only main on backup-1", "--to");
    }

    @Test
    void aServerOfBarmanTheSame() throws FaultException {
        BackupSource.Barman one = new BackupSource.Barman("backup-1", Optional.of("one"), Optional.empty());
        BackupSource.Barman two = new BackupSource.Barman("backup-1", Optional.of("two"), Optional.empty());

        assertThat(of(one, two).server(said("", "two"))).isEqualTo(two);
        assertThat(catchThrowableOfType(FaultException.class, () -> of(one, two).server(Where.USUAL)))
                .hasMessageContaining("more than one server");
    }

    @Test
    void whatGoesIntoABucketThatIsReadFromHereIsMadeWhereTheServerRuns() throws FaultException {
        Places places = of(BUCKET);

        assertThat(places.folder(BackupSource.Dumps.class, Where.USUAL, "").folder())
                .isEqualTo("s3://backups/billing");
        assertThat(places.folder(BackupSource.Dumps.class, Where.at(BUCKET, Optional.empty()), "")
                        .folder())
                .isEqualTo("s3://backups/billing");
        assertThat(asked).containsExactly("pg-1", "pg-1");
    }
}
