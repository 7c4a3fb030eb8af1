package dev.watchkeeper.backup.schedule;

import dev.watchkeeper.hosts.Host;
import dev.watchkeeper.hosts.Ran;
import dev.watchkeeper.hosts.Script;
import dev.watchkeeper.hosts.ShellFile;
import dev.watchkeeper.hosts.jobs.JobOrder;
import dev.watchkeeper.hosts.jobs.Jobs;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;

/** What one host does by the clock about backups. Its methods block. */
public final class Schedules {
    private static final ShellFile LIST = ShellFile.beside(Schedules.class, "list.sh");
    private static final ShellFile WRITE = ShellFile.beside(Schedules.class, "write.sh");
    private static final ShellFile REMOVE = ShellFile.beside(Schedules.class, "remove.sh");

    private final Host host;

    public Schedules(Host host) {
        this.host = host;
    }

    /** As far as the host's user may look: his own crontab, the system's, timers. */
    public List<Schedule> list() throws FaultException {
        Ran ran = host.run(Script.of(LIST.text()));
        if (!ran.isFine()) {
            throw failed("what " + host.name() + " does by the clock can't be read", ran);
        }
        return ScheduleText.read(host.name(), ran.text());
    }

    /**
     * Has the host begin a job again and again. No password goes with it: the host has to know it.
     *
     * @param when as {@link CronTime} checks it
     * @return the line of the crontab
     */
    public String write(JobOrder order, String when) throws FaultException {
        SequencedMap<String, String> given = new LinkedHashMap<>();
        given.put("id", UUID.randomUUID().toString());
        given.put("when", CronTime.check(when));
        given.put("what", ("watchkeeper, " + order.about() + ": " + order.what()).replaceAll("[\\p{Cntrl}]+", " "));
        given.put("script", Jobs.starting(order));
        Ran ran = host.run(Script.of(WRITE.with(given)));
        if (!ran.isFine()) {
            throw failed("the crontab on " + host.name() + " can't be written", ran);
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
        Ran ran = host.run(Script.of(REMOVE.with(given)));
        if (ran.exit() == 94) {
            throw new FaultException(
                    FaultKind.CONFLICT, "the crontab on " + host.name() + " has no schedule " + id, "List them again");
        }
        if (!ran.isFine()) {
            throw failed("the crontab on " + host.name() + " can't be written", ran);
        }
    }

    private static FaultException failed(String message, Ran ran) {
        return new FaultException(FaultKind.FAILED, message + ": " + ran.error(), "");
    }
}
