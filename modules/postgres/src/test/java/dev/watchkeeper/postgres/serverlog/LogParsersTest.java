package dev.watchkeeper.postgres.serverlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines as servers write them, cut anywhere. */
class LogParsersTest {
    private static final LogTime BERLIN = LogTime.of("Europe/Berlin");

    /** Prefixes that are in use; the last is PostgreSQL's own. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            quoteCharacter = '\0',
            value = {
                "%m [%p] %q%u@%d/%a |2026-03-01 14:13:41.123 CET [4711] app_rw@shop/pay ments |4711|app_rw|shop|true",
                "%m [%p] %q%u@%d/%a |2026-03-01 14:13:41.123 CET [4711] |4711|||true",
                "%t [%p]: [%l-1] user=%u,db=%d,app=%a,client=%h |2026-03-01 14:13:41 CET [4711]: [3-1] user=app_rw,db=shop,app=psql,client=::1 |4711|app_rw|shop|false",
                "%m %-8p %5l %e |2026-03-01 14:13:41.123 CET 4711        17 00000 |4711|||true",
                "%n <%u@%d> 100%% |1772370821.123 <app_rw@shop> 100% |0|app_rw|shop|true",
                "%u |[unknown] |0|||none",
                "%m [%p] |2026-03-01 14:13:41.123 CET [4711] |4711|||true",
            })
    void readsAnyPrefix(String prefix, String line, int pid, String user, String database, String millis) {
        StderrLog log = new StderrLog(BERLIN, LinePrefix.of(prefix));

        List<LogEntry> entries = new ArrayList<>(log.feed(line + "LOG:  duration: 1.5 ms\n"));
        entries.addAll(log.rest());

        assertThat(entries).hasSize(1);
        LogEntry entry = entries.getFirst();
        assertThat(entry.pid()).isEqualTo(pid);
        assertThat(entry.user()).isEqualTo(user == null ? "" : user);
        assertThat(entry.database()).isEqualTo(database == null ? "" : database);
        assertThat(entry.severity()).isEqualTo("LOG");
        assertThat(entry.message()).isEqualTo("duration: 1.5 ms");
        Instant second = Instant.parse("2026-03-01T13:13:41Z");
        assertThat(entry.at())
                .isEqualTo(millis.equals("none") ? null : millis.equals("true") ? second.plusMillis(123) : second);
    }

    @Test
    void entriesOfSeveralLinesAndParts() {
        String text = """
                \tof an entry that began earlier
                2026-03-01 14:13:41.123 CET [7] a@b/c ERROR:  syntax error at or near "frm"
                \tLINE 2 of the message
                2026-03-01 14:13:41.123 CET [7] a@b/c DETAIL:  because
                2026-03-01 14:13:41.123 CET [7] a@b/c STATEMENT:  select *
                \t  frm orders;
                \tERROR:  not a new one
                not from the server at all
                2026-03-01 14:13:42.000 CET [8] LOG:  checkpoint complete: wrote 3 buffers
                """;
        for (int cut = 1; cut < 60; cut += 7) {
            StderrLog log = new StderrLog(BERLIN, LinePrefix.of("%m [%p] %q%u@%d/%a "));
            List<LogEntry> entries = new ArrayList<>();
            for (int at = 0; at < text.length(); at += cut) {
                entries.addAll(log.feed(text.substring(at, Math.min(text.length(), at + cut))));
            }
            entries.addAll(log.rest());

            assertThat(entries).hasSize(2);
            LogEntry error = entries.getFirst();
            assertThat(error.message()).isEqualTo("syntax error at or near \"frm\"\nLINE 2 of the message");
            assertThat(error.detail()).isEqualTo("because");
            assertThat(error.statement()).isEqualTo("select *\n  frm orders;\nERROR:  not a new one");
            assertThat(error.application()).isEqualTo("c");
            assertThat(LogFinding.of(entries.getLast()).orElseThrow().kind()).isEqualTo(LogFinding.Kind.CHECKPOINT);
        }
    }

    @Test
    void csvWithQuotesAndLineBreaks() {
        String record = "2026-03-01 14:13:41.123 CET,\"app_rw\",\"shop\",4711,\"[local]\",65e1,3,\"SELECT\","
                + "2026-03-01 14:00:00 CET,3/7,0,LOG,00000,\"duration: 12.5 ms  statement: select \"\"a\"\",\n"
                + "  'x,y'\",,,,,,,,,\"pay, \"\"ments\"\"\",\"client backend\",,-99\n";
        for (int cut = 1; cut < record.length(); cut += 11) {
            CsvLog log = new CsvLog(BERLIN);
            List<LogEntry> entries =
                    new ArrayList<>(log.feed("the end of something\",,,\n" + record.substring(0, cut)));
            entries.addAll(log.feed(record.substring(cut) + record));

            assertThat(entries).hasSize(2);
            LogEntry entry = entries.getFirst();
            assertThat(entry.at()).isEqualTo("2026-03-01T13:13:41.123Z");
            assertThat(entry.application()).isEqualTo("pay, \"ments\"");
            LogFinding finding = LogFinding.of(entry).orElseThrow();
            assertThat(finding.millis()).isEqualTo(12.5);
            assertThat(finding.statement()).isEqualTo("select \"a\",\n  'x,y'");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "duration: 1204.5 ms|SLOW|1|1204.5|0|of the session",
                "duration: 0.31 ms  execute fetch_7: select $1|SLOW|1|0.31|0|select $1",
                "duration: 9 ms  parse <unnamed>: select 1|SLOW|0|9|0|select 1",
                "process 7 still waiting for ShareLock on transaction 8 after 1000.1 ms|LOCK_WAIT|1|1000.1|0|of the session",
                "process 7 acquired ShareLock on transaction 8 after 4000.5 ms|LOCK_WAIT|0|4000.5|0|of the session",
                "temporary file: path \"base/pgsql_tmp/pgsql_tmp7.0\", size 14000000|TEMP_FILE|1|0|14000000|of the session",
                "archive command failed with exit code 1|WARNING|1|0|0|of the session",
                "server process (PID 4711) was terminated by signal 9: Killed|WARNING|1|0|0|of the session",
                "checkpoints are occurring too frequently (9 seconds apart)|WARNING|1|0|0|of the session",
                "could not receive data from client: Connection reset by peer|WARNING|1|0|0|of the session",
            })
    void tellsWhatAnEntryIs(
            String message, LogFinding.Kind kind, int times, double millis, long bytes, String statement) {
        LogEntry entry = new LogEntry(null, "LOG", 7, "a", "b", "c", "00000", message, "", "", "", "of the session");

        assertThat(LogFinding.of(entry)).contains(new LogFinding(kind, entry, times, millis, bytes, statement));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connection received: host=[local]",
                "background worker \"parallel worker\" (PID 12) exited with exit code 0",
                "background worker \"logical replication launcher\" (PID 12) exited with exit code 1",
                "checkpoint starting: time",
                "database system is ready to accept connections",
                "archive recovery complete",
                "statement: select 'archive command failed'",
            })
    void isSilentAboutWhatIsNoTrouble(String message) {
        LogEntry entry = new LogEntry(null, "LOG", 7, "a", "b", "c", "00000", message, "", "", "", "");

        assertThat(LogFinding.of(entry)).isEmpty();
    }

    @Test
    void aPlanKnowsItsStatement() {
        String plan = "duration: 9.2 ms  plan:\nQuery Text: select *\nfrom orders\n"
                + "where id > 3\nSeq Scan on orders  (cost=0.00..1.00 rows=1 width=4)\n  Filter: (id > 3)";
        LogEntry entry = new LogEntry(null, "LOG", 7, "a", "b", "c", "00000", plan, "", "", "", "");

        LogFinding finding = LogFinding.of(entry).orElseThrow();

        assertThat(finding.kind()).isEqualTo(LogFinding.Kind.PLAN);
        assertThat(finding.statement()).isEqualTo("select *\nfrom orders\nwhere id > 3");
    }
}
