package dev.watchkeeper.backup.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.watchkeeper.hosts.LocalHost;
import dev.watchkeeper.hosts.Script;
import dev.watchkeeper.hosts.ShellWords;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.lab.testing.Debian;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTimeTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Pattern ELAPSE = Pattern.compile("(?:Next elapse|Iter\\. #\\d+): \\w+ (\\S+) (\\S+) UTC");

    @ParameterizedTest
    @ValueSource(strings = {"0 2 * * *", "*/6 0-23/2 1,15 1-12 1-5", "59 23 31 12 7", "0 2 * Jan-mar sun"})
    void takesWhatCronTakes(String text) throws FaultException {
        assertThat(CronTime.of(text).text()).isEqualTo(text);
    }

    @Test
    void bringsItIntoForm() throws FaultException {
        assertThat(CronTime.of("  0   2\t* * * ").text()).isEqualTo("0 2 * * *");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 2 * * | has 4 fields",
                "'' | has no fields",
                "60 2 * * * | “60” is no minute of cron's, in the first field",
                "0 24 * * * | “24” is no hour of cron's, in the second field",
                "0 2 0 * * | no day of the month",
                "0 2 * * 8 | no day of the week",
                "0 2 * * */0 | no day of the week",
                "0 2 * * *;rm | no day of the week",
                "0 2 * x * | no month",
                "0 2 * jux * | no month",
                "0 5-1 * * * | it goes backwards",
                "5/10 2 * * * | a step needs * or a range",
            })
    void saysWhatIsWrong(String text, String words) {
        assertThat(catchThrowableOfType(FaultException.class, () -> CronTime.of(text))
                        .fault()
                        .message())
                .contains(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 2 * * * | each day at 02:00",
                "15 2,14 * * * | each day at 02:15 and 14:15",
                "17 * * * * | each hour at :17",
                "*/5 * * * * | every 5 minutes",
                "* * * * * | every minute",
                "0 */2 * * * | every 2 hours at :00",
                "30 3 * * 1-5 | Monday to Friday at 03:30",
                "30 3 * * 6,7 | Saturdays and Sundays at 03:30",
                "0 1 1,15 * * | on the 1st and 15th of each month at 01:00",
                "0 1 22 1,7 * | on the 22nd of January and July at 01:00",
                "0 1 1 * mon | on the 1st of each month and Mondays at 01:00",
                "*/15 8-18 * * 1-5 | every 15 minutes of the hours 8 to 18, Monday to Friday",
                "0,7 * * * * | each hour at minute 0 and 7",
                "@weekly | Sundays at 00:00",
            })
    void putsItIntoWords(String text, String words) {
        assertThat(CronTime.read(text).orElseThrow().words()).isEqualTo(words);
    }

    /** systemd works out the same moments from what is made of it for a timer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 2 * * *",
                "*/20 */6 * * *",
                "0 0 31 * *",
                "30 4 29 2 *",
                "5 1-7/3 1,15 * *",
                "0 12 1 * mon",
                "59 23 * 2-4 0",
                "0 6 13 * 5",
            })
    void runsWhenSystemdWouldToo(String text) throws FaultException {
        Debian.needs("systemd-analyze");
        Instant from = Instant.parse("2026-11-30T23:34:12Z");
        CronTime time = CronTime.of(text);
        TreeSet<Instant> wanted = new TreeSet<>();
        for (String line : time.calendar()) {
            wanted.addAll(systemd(line, from));
        }
        assertThat(time.next(from, ZoneOffset.UTC, 5))
                .isEqualTo(wanted.stream().limit(5).toList());
    }

    private static List<Instant> systemd(String calendar, Instant from) throws FaultException {
        String said = new LocalHost(Map.of("TZ", "UTC"))
                .run(Script.of("systemd-analyze calendar --iterations=5 --base-time="
                        + ShellWords.quote(from.toString().replace('T', ' ').replace("Z", " UTC")) + " "
                        + ShellWords.quote(calendar)))
                .text();
        Matcher matcher = ELAPSE.matcher(said);
        return matcher.results()
                .map(one -> Instant.parse(one.group(1) + "T" + one.group(2) + "Z"))
                .toList();
    }

    @Test
    void whatNeverComesHasNoNextTime() throws FaultException {
        assertThat(CronTime.of("0 2 30 2 *").next(Instant.EPOCH, BERLIN, 3)).isEmpty();
    }

    /** As cron(8) says: what is left out runs right after, what comes twice runs once; stars go by the wall. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30 2 * * * | 2026-03-28T12:00:00Z | 2026-03-29T01:00:00Z | 2026-03-30T00:30:00Z",
                "30 2 * * * | 2026-10-24T12:00:00Z | 2026-10-25T00:30:00Z | 2026-10-26T01:30:00Z",
                "30 * * * * | 2026-10-25T00:00:00Z | 2026-10-25T00:30:00Z | 2026-10-25T01:30:00Z",
                "30 * * * * | 2026-03-29T00:00:00Z | 2026-03-29T00:30:00Z | 2026-03-29T01:30:00Z",
            })
    void knowsTheNightsInWhichClocksChange(String text, Instant after, Instant first, Instant second)
            throws FaultException {
        assertThat(CronTime.of(text).next(after, BERLIN, 2)).containsExactly(first, second);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*-*-* 02:00:00 | each day at 02:00",
                "Mon..Fri *-*-* 02:30:00 | Monday to Friday at 02:30",
                "*-*-01,15 03:00:00 Europe/Berlin | on the 1st and 15th of each month at 03:00 Europe/Berlin",
                "*-*-* 00/6:00:00 | each day at 00:00, 06:00, 12:00 and 18:00",
                "*-*-* *:00/15:00 | every 15 minutes",
                "Mon *-*-01 00:00:00; *-*-* 12:00:00 | Mon *-*-01 00:00:00, and each day at 12:00",
                "2026-12-24 12:00:00 | 2026-12-24 12:00:00",
            })
    void readsTimersToo(String calendar, String words) {
        assertThat(TimerWords.of(calendar)).isEqualTo(words);
    }
}
