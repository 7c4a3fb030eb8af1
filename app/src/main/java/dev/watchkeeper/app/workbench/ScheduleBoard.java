package dev.watchkeeper.app.workbench;

import dev.watchkeeper.backup.schedule.HostSchedules;
import dev.watchkeeper.backup.schedule.Schedule;
import dev.watchkeeper.backup.schedule.Schedules;
import dev.watchkeeper.backup.schedule.Unschedule;
import dev.watchkeeper.hosts.HostFinder;
import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Target;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** What the hosts of one target do by the clock about backups. Its methods block. */
public final class ScheduleBoard {
    private static final Executor THREADS = Thread.ofVirtual().name("schedules")::start;

    private final Target target;
    private final List<String> names;
    private final HostFinder hosts;
    private final Clock clock;

    ScheduleBoard(Target target, List<String> names, HostFinder hosts, Clock clock) {
        this.target = target;
        this.names = names.stream().distinct().toList();
        this.hosts = hosts;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param troubles of the hosts that could not be asked, by their names
     */
    public record Seen(List<HostSchedules> hosts, Map<String, Fault> troubles) {
        public Seen {
            hosts = List.copyOf(hosts);
            troubles = Map.copyOf(troubles);
        }

        /** Of all hosts. */
        public List<Schedule> schedules() {
            return hosts.stream().flatMap(one -> one.schedules().stream()).toList();
        }
    }

    private record Answer(List<HostSchedules> found, Map<String, Fault> trouble) {}

    /** Asks all hosts at the same time. */
    public Seen look() {
        List<CompletableFuture<Answer>> asked = names.stream()
                .map(name -> CompletableFuture.supplyAsync(() -> ask(name), THREADS))
                .toList();
        List<HostSchedules> found = new ArrayList<>();
        Map<String, Fault> troubles = new LinkedHashMap<>();
        for (CompletableFuture<Answer> one : asked) {
            Answer answer = one.join();
            found.addAll(answer.found());
            troubles.putAll(answer.trouble());
        }
        return new Seen(found, troubles);
    }

    private Answer ask(String name) {
        try {
            return new Answer(List.of(new Schedules(hosts.host(name)).read(clock.instant())), Map.of());
        } catch (FaultException e) {
            return new Answer(List.of(), Map.of(name, e.fault()));
        }
    }

    /**
     * An action that takes away what Watchkeeper wrote.
     *
     * @throws FaultException UNSUPPORTED if somebody else wrote it
     */
    public Action remove(Schedule schedule) throws FaultException {
        String id = schedule.ownId()
                .orElseThrow(() -> new FaultException(
                        FaultKind.UNSUPPORTED,
                        "Watchkeeper did not write what is in " + schedule.where() + " on " + schedule.host(),
                        "Whoever did takes it away"));
        return new Unschedule(target, hosts.host(schedule.host()), schedule, id);
    }
}
