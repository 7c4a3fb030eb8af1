package dev.watchkeeper.backup.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScheduleTextTest {
    @Test
    void readsWhatIsAboutBackups() {
        List<Schedule> found = ScheduleText.read("h", """
                cron\tcrontab of postgres\t# m h dom mon dow command
                cron\tcrontab of postgres\tMAILTO=dba@example.com
                cron\tcrontab of postgres\t0 2  * * *  /scripts/backup.sh -d "a\tb"
                cron\tcrontab of postgres\t@daily pgbackrest --stanza=main --type=full backup
                cron\tcrontab of postgres\t*/5 * * * * /usr/bin/uptime
                cron\tcrontab of postgres\t1 2 3 * * /bin/sh '/x/watchkeeper/schedules/0a-1b.sh' # dump
                system\t/etc/cron.d/barman\t  * * * * *   barman   [ -x /usr/bin/barman ] && barman -q cron
                system\t/etc/crontab\t17 *\t* * *\troot\tcd / && run-parts --report /etc/cron.hourly
                timer\tpgdump.timer\t*-*-* 02:00:00\tpostgres\t/usr/bin/pg_dump -Fc shop
                timer\tapt-daily.timer\t*-*-* 06:00:00\t\t/usr/lib/apt/apt.systemd.daily
                timer\twithout.timer
                """);
        assertThat(found)
                .containsExactly(
                        new Schedule(
                                "h",
                                "crontab of postgres",
                                "0 2 * * *",
                                Optional.empty(),
                                "/scripts/backup.sh -d \"a\tb\"",
                                Optional.empty()),
                        new Schedule(
                                "h",
                                "crontab of postgres",
                                "@daily",
                                Optional.empty(),
                                "pgbackrest --stanza=main --type=full backup",
                                Optional.empty()),
                        new Schedule(
                                "h",
                                "crontab of postgres",
                                "1 2 3 * *",
                                Optional.empty(),
                                "/bin/sh '/x/watchkeeper/schedules/0a-1b.sh' # dump",
                                Optional.of("0a-1b")),
                        new Schedule(
                                "h",
                                "/etc/cron.d/barman",
                                "* * * * *",
                                Optional.of("barman"),
                                "[ -x /usr/bin/barman ] && barman -q cron",
                                Optional.empty()),
                        new Schedule(
                                "h",
                                "pgdump.timer",
                                "*-*-* 02:00:00",
                                Optional.of("postgres"),
                                "/usr/bin/pg_dump -Fc shop",
                                Optional.empty()));
    }
}
