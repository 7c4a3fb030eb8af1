package dev.watchkeeper.app.panes.queries.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.postgres.serverlog.LogSettings;
import dev.watchkeeper.postgres.serverlog.LogWish;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WantedTest {
    private static final LogSettings QUIET = new LogSettings(-1, false, -1, true);
    private static final LogSettings TALKING = new LogSettings(200, true, 4096, true);

    @ParameterizedTest
    @CsvSource({"500 ms,500", "500,500", "1.5s,1500", "2 min,120000", "1 H,3600000", "0,0", "off,-1", "0 s,0"})
    void times(String text, long millis) throws Exception {
        assertThat(Amounts.span(text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"10 MB,10485760", "64,65536", "1.5 kB,1024", "1 gb,1073741824", "0,0", "Off,-1"})
    void sizes(String text, long bytes) throws Exception {
        assertThat(Amounts.bytes(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc ms", "5 MB", "-1", "1,5 s", "ms", "0.4 ms", "9000 h", "999999999999 h"})
    void whatIsNoTimeIsSaidSo(String text) {
        assertThat(fault(new Wanted(text, false, "", ""), QUIET))
                .satisfies(fault -> assertThat(fault.kind()).isEqualTo(FaultKind.BAD_INPUT))
                .satisfies(fault -> assertThat(fault.message()).contains("“" + text + "”"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5 ms", "much", "0.4 kB", "3000 GB"})
    void whatIsNoSizeIsSaidSo(String text) {
        assertThat(fault(new Wanted("", false, text, ""), QUIET).message()).contains("“" + text + "”");
    }

    @Test
    void theUsualIsProposedForWhatIsNotLogged() throws Exception {
        assertThat(Wanted.proposed(QUIET)).isEqualTo(new Wanted("500 ms", true, "10 MB", ""));
        assertThat(Wanted.proposed(QUIET).wish(QUIET)).isEqualTo(LogWish.USUAL);
        assertThat(Wanted.proposed(TALKING)).isEqualTo(new Wanted("200 ms", true, "4 MB", ""));
    }

    @Test
    void onlyWhatDiffersIsSet() throws Exception {
        assertThat(new Wanted("200 ms", true, "off", "").wish(TALKING))
                .isEqualTo(new LogWish(Optional.empty(), Optional.empty(), Optional.of(-1L), Optional.empty()));
        assertThat(new Wanted("", false, "", "3 s").wish(TALKING))
                .isEqualTo(new LogWish(
                        Optional.empty(), Optional.of(false), Optional.empty(), Optional.of(Duration.ofSeconds(3))));
        assertThat(fault(Wanted.proposed(TALKING), TALKING).message()).contains("nothing would change");
    }

    @Test
    void theStatementsAreTakenOutOfTheAdvice() {
        assertThat(NotReadable.statements("As a superuser: GRANT pg_monitor TO \"a;b\"\"c\"; GRANT EXECUTE ON FUNCTION"
                        + " pg_catalog.f(text, bigint) TO \"a;b\"\"c\";"))
                .containsExactly(
                        "GRANT pg_monitor TO \"a;b\"\"c\";",
                        "GRANT EXECUTE ON FUNCTION pg_catalog.f(text, bigint) TO \"a;b\"\"c\";");
        assertThat(NotReadable.statements("As a superuser: ALTER SYSTEM SET logging_collector = on; and restart"))
                .containsExactly("ALTER SYSTEM SET logging_collector = on;");
        assertThat(NotReadable.statements("Look elsewhere")).isEmpty();
    }

    private static Fault fault(Wanted wanted, LogSettings now) {
        FaultException refused = catchThrowableOfType(FaultException.class, () -> wanted.wish(now));
        assertThat(refused).isNotNull();
        return refused.fault();
    }
}
