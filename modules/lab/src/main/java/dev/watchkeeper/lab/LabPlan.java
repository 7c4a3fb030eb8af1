package dev.watchkeeper.lab;

import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a lab is to have. Immutable; every method with a verb gives a new plan.
 *
 * @param major PostgreSQL's major version, 14 to 18
 * @param topology whether there is more than the primary: a synchronous, an asynchronous, a cascading standby, a logical
 *     subscriber
 * @param redis whether Redis runs too: a primary, a replica, three sentinels
 * @param workload whether a small living workload runs on the primary
 * @param trouble whether the trouble is staged, and staged again some time after somebody ended it
 * @param settings server settings over the lab's own, for every PostgreSQL member
 * @param hba lines of {@code pg_hba.conf} that stand before the lab's own, for every PostgreSQL member
 * @param files small files put into every PostgreSQL member's data folder, readable by the server only: certificates, keys
 */
public record LabPlan(
        int major,
        boolean topology,
        boolean redis,
        boolean workload,
        boolean trouble,
        Map<String, String> settings,
        List<String> hba,
        Map<String, String> files) {
    public static final int OLDEST = 14;
    public static final int NEWEST = 18;

    /** Run in the data folder; the file gets its name when it is complete. */
    private static final String ARCHIVE =
            "mkdir -p ../wal && test ! -e ../wal/%f.gz && gzip -1 < %p > ../wal/.%f.new && mv ../wal/.%f.new ../wal/%f.gz";

    public LabPlan {
        if (major < OLDEST || major > NEWEST) {
            throw new IllegalArgumentException(
                    "the lab has PostgreSQL %d to %d, not %d".formatted(OLDEST, NEWEST, major));
        }
        settings = Map.copyOf(settings);
        hba = List.copyOf(hba);
        files = Map.copyOf(files);
    }

    /** Nothing but a primary. */
    public static LabPlan primaryOnly(int major) {
        return new LabPlan(major, false, false, false, false, Map.of(), List.of(), Map.of());
    }

    /** All PostgreSQL members, quiet. */
    public static LabPlan topology(int major) {
        return new LabPlan(major, true, false, false, false, Map.of(), List.of(), Map.of());
    }

    /** All there is: topology, Redis, workload, trouble. What {@code watchkeeper lab start} and the demo show. */
    public static LabPlan demo(int major) {
        return new LabPlan(major, true, true, true, true, Map.of(), List.of(), Map.of())
                .archiving()
                .setting("max_slot_wal_keep_size", "2GB")
                // the servers write their logs themselves, so that they can be asked for them
                .setting("logging_collector", "on")
                .setting("log_min_duration_statement", "20ms")
                .setting("log_lock_waits", "on")
                .setting("log_temp_files", "0");
    }

    public LabPlan withRedis() {
        return new LabPlan(major, topology, true, workload, trouble, settings, hba, files);
    }

    public LabPlan withWorkload() {
        return new LabPlan(major, topology, redis, true, trouble, settings, hba, files);
    }

    public LabPlan withTrouble() {
        return new LabPlan(major, topology, redis, workload, true, settings, hba, files);
    }

    /**
     * Every server archives its WAL into a folder of its own, {@code wal} beside its data, packed, every few seconds. Not
     * on Windows, which has none of the commands for it.
     */
    public LabPlan archiving() {
        return File.separatorChar == '/'
                ? setting("archive_mode", "on")
                        .setting("archive_command", ARCHIVE)
                        .setting("archive_timeout", "10s")
                : this;
    }

    /**
     * Room for that many sessions of stories beside the usual ones. The server's deadlock check, once a second after a wait
     * began, costs the square of the queue's length: 800 waiters on one row would be busy with it for half a minute, so
     * it is put off.
     */
    public LabPlan crowded(int sessions) {
        return setting("max_connections", Integer.toString(sessions + 100))
                .setting("deadlock_timeout", "30min")
                .setting("log_lock_waits", "off");
    }

    /** @param value as in {@code postgresql.conf}, without quotes */
    public LabPlan setting(String name, String value) {
        return new LabPlan(major, topology, redis, workload, trouble, with(settings, name, value), hba, files);
    }

    public LabPlan hba(String line) {
        List<String> lines = new ArrayList<>(hba);
        lines.add(line);
        return new LabPlan(major, topology, redis, workload, trouble, settings, lines, files);
    }

    public LabPlan file(String name, String content) {
        return new LabPlan(major, topology, redis, workload, trouble, settings, hba, with(files, name, content));
    }

    private static Map<String, String> with(Map<String, String> map, String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }
}
