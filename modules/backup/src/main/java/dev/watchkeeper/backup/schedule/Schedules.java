package dev.watchkeeper.backup.schedule;

import dev.watchkeeper.hosts.Host;
import dev.watchkeeper.hosts.Ran;
import dev.watchkeeper.hosts.Script;
import dev.watchkeeper.hosts.ShellFile;
import dev.watchkeeper.hosts.jobs.JobOrder;
import dev.watchkeeper.hosts.jobs.Jobs;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.UUID;

/** What one host does by the clock about backups. Its methods block. */
public final class Schedules {
    private static final ShellFile COMMON = ShellFile.beside(Schedules.class, "common.sh");
    private static final ShellFile KEEPERS = ShellFile.beside(Schedules.class, "keepers.sh");
    private static final ShellFile LIST = ShellFile.beside(Schedules.class, "list.sh");
    private static final ShellFile WRITE = ShellFile.beside(Schedules.class, "write.sh");
    private static final ShellFile REMOVE = ShellFile.beside(Schedules.class, "remove.sh");
    /** Between what the keepers and what the list says. */
    private static final String LINE = "schedules\n";

    private final Host host;

    public Schedules(Host host) {
        this.host = host;
    }

    /**
     * As far as the host's user may look: his own crontab, the system's, timers.
     *
     * @param now from when on the next runs are told
     */
    public HostSchedules read(Instant now) throws FaultException {
        Ran ran = host.run(Script.of(COMMON.text() + KEEPERS.text() + "echo schedules\n" + LIST.text()));
        int line = ran.text().indexOf(LINE);
        if (!ran.isFine() || line < 0) {
            throw failed("what " + host.name() + " does by the clock can't be read", ran);
        }
        Clockwork clockwork = Clockwork.read(ran.text().substring(0, line));
        String list = ran.text().substring(line + LINE.length());
        return new HostSchedules(
                host.name(), clockwork, new ScheduleText(host.name(), clockwork.zone(), now, list).read());
    }

    /** Who watches the clock there. */
    public Clockwork clockwork() throws FaultException {
        Ran ran = host.run(Script.of(COMMON.text() + KEEPERS.text()));
        if (!ran.isFine()) {
            throw failed("what watches the clock on " + host.name() + " can't be read", ran);
        }
        return Clockwork.read(ran.text());
    }

    /**
     * Has the host begin a job again and again. No password goes with it: the host has to know it.
     *
     * @return the line of the crontab, or the timer and when it runs next
     */
    public String write(JobOrder order, CronTime when, Keeper keeper) throws FaultException {
        String id = UUID.randomUUID().toString();
        SequencedMap<String, String> given = new LinkedHashMap<>();
        given.put("id", id);
        given.put("keeper", keeper == Keeper.CRON ? "cron" : "timer");
        given.put("when", when.text());
        given.put("calendar", String.join("\n", when.calendar()));
        given.put("what", ("watchkeeper, " + order.about() + ": " + order.what()).replaceAll("[\\p{Cntrl}]+", " "));
        given.put("script", Jobs.starting(order, id));
        Ran ran = host.run(Script.of(COMMON.text() + WRITE.with(given)));
        if (!ran.isFine()) {
            throw failed(place(keeper) + " on " + host.name() + " can't be written", ran);
        }
        return ran.text().strip();
    }

    /**
     * Takes away what {@link #write} wrote.
     *
     * @throws FaultException CONFLICT if it is not there any more
     */
    public void remove(String id) throws FaultException {
        SequencedMap<String, String> given = new LinkedHashMap<>();
        given.put("id", id);
        Ran ran = host.run(Script.of(COMMON.text() + REMOVE.with(given)));
        if (ran.exit() == 94) {
            throw new FaultException(
                    FaultKind.CONFLICT, host.name() + " has no schedule " + id + " any more", "List them again");
        }
        if (!ran.isFine()) {
            throw failed("the schedule on " + host.name() + " can't be taken away", ran);
        }
    }

    static String place(Keeper keeper) {
        return keeper == Keeper.CRON ? "the crontab" : "a timer";
    }

    private static FaultException failed(String message, Ran ran) {
        return new FaultException(FaultKind.FAILED, message + ": " + ran.error(), "");
    }
}
