package dev.watchkeeper.backup.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScheduleTextTest {
    private static final Instant NOW = Instant.parse("2026-11-30T23:00:00Z");

    @Test
    void readsWhatIsAboutBackups() {
        List<Schedule> found = new ScheduleText("h", ZoneId.of("Europe/Berlin"), NOW, """
                ran\t0a-1b\t3\t1796000000
                cron\tcrontab of postgres\t# m h dom mon dow command
                cron\tcrontab of postgres\tMAILTO=dba@example.com
                cron\tcrontab of postgres\t0 2  * * *  /scripts/backup.sh -d "a\tb"
                cron\tcrontab of postgres\t@reboot pgbackrest --stanza=main --type=full backup
                cron\tcrontab of postgres\t*/5 * * * * /usr/bin/uptime
                cron\tcrontab of postgres\t1 2 3 * * /bin/sh '/x/watchkeeper/schedules/0a-1b.sh' # watchkeeper, shop: 9 \\% of it
                system\t/etc/cron.d/barman\t  * * * * *   barman   [ -x /usr/bin/barman ] && barman -q cron
                system\t/etc/crontab\t17 *\t* * *\troot\tcd / && run-parts --report /etc/cron.hourly
                timer\tpgdump.timer\t*-*-* 02:00:00\tpostgres\t1796090400\t1796004000\texit-code\t1\tpgdump.timer\t/usr/bin/pg_dump -Fc shop
                timer\tapt-daily.timer\t*-*-* 06:00:00\t\t\t\t\t\t\t/usr/lib/apt/apt.systemd.daily
                timer\twatchkeeper-2c.timer\t*-*-* 06:00:00\t\t\t\tsuccess\t0\twatchkeeper, shop: dump\t/bin/sh /x/watchkeeper/schedules/2c.sh wait
                timer\twithout.timer
                """).read();
        assertThat(found)
                .containsExactly(
                        cron(
                                "crontab of postgres",
                                "0 2 * * *",
                                "/scripts/backup.sh -d \"a\tb\"",
                                "2026-12-01T01:00:00Z"),
                        new Schedule(
                                "h",
                                "crontab of postgres",
                                "@reboot",
                                Optional.empty(),
                                "pgbackrest --stanza=main --type=full backup",
                                "pgbackrest --stanza=main --type=full backup",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        new Schedule(
                                "h",
                                "crontab of postgres",
                                "1 2 3 * *",
                                Optional.empty(),
                                "shop: 9 % of it",
                                "/bin/sh '/x/watchkeeper/schedules/0a-1b.sh' # watchkeeper, shop: 9 \\% of it",
                                Optional.of("0a-1b"),
                                Optional.of(Instant.parse("2026-12-03T01:01:00Z")),
                                Optional.of(new LastRun(
                                        Optional.of(Instant.ofEpochSecond(1_796_000_000)), Optional.of("status 3")))),
                        new Schedule(
                                "h",
                                "/etc/cron.d/barman",
                                "* * * * *",
                                Optional.of("barman"),
                                "[ -x /usr/bin/barman ] && barman -q cron",
                                "[ -x /usr/bin/barman ] && barman -q cron",
                                Optional.empty(),
                                Optional.of(NOW.plusSeconds(60)),
                                Optional.empty()),
                        new Schedule(
                                "h",
                                "pgdump.timer",
                                "*-*-* 02:00:00",
                                Optional.of("postgres"),
                                "/usr/bin/pg_dump -Fc shop",
                                "/usr/bin/pg_dump -Fc shop",
                                Optional.empty(),
                                Optional.of(Instant.ofEpochSecond(1_796_090_400)),
                                Optional.of(new LastRun(
                                        Optional.of(Instant.ofEpochSecond(1_796_004_000)), Optional.of("status 1")))),
                        new Schedule(
                                "h",
                                "watchkeeper-2c.timer",
                                "*-*-* 06:00:00",
                                Optional.empty(),
                                "shop: dump",
                                "/bin/sh /x/watchkeeper/schedules/2c.sh wait",
                                Optional.of("2c"),
                                Optional.empty(),
                                Optional.empty()));
    }

    private static Schedule cron(String where, String when, String command, String next) {
        return new Schedule(
                "h",
                where,
                when,
                Optional.empty(),
                command,
                command,
                Optional.empty(),
                Optional.of(Instant.parse(next)),
                Optional.empty());
    }
}
