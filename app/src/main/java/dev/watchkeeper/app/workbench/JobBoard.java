package dev.watchkeeper.app.workbench;

import dev.watchkeeper.hosts.HostFinder;
import dev.watchkeeper.hosts.jobs.Job;
import dev.watchkeeper.hosts.jobs.Jobs;
import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Target;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** The jobs on several hosts. Its methods block. */
public final class JobBoard {
    private static final Executor THREADS = Thread.ofVirtual().name("jobs")::start;

    private final List<String> names;
    private final HostFinder hosts;
    private final Function<Job, Target> owner;
    private final Clock clock;

    /** @param owner the target for which a job was begun */
    JobBoard(List<String> names, HostFinder hosts, Function<Job, Target> owner, Clock clock) {
        this.names = List.copyOf(new LinkedHashSet<>(names));
        this.hosts = hosts;
        this.owner = owner;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param jobs the newest first
     * @param troubles of the hosts that could not be asked
     */
    public record Seen(List<Job> jobs, List<Fault> troubles) {
        public Seen {
            jobs = List.copyOf(jobs);
            troubles = List.copyOf(troubles);
        }
    }

    private record Answer(List<Job> jobs, List<Fault> troubles) {}

    /** Asks all hosts at the same time. A machine with several names tells of each of its jobs once. */
    public Seen look() {
        Map<String, CompletableFuture<Answer>> asked = new LinkedHashMap<>();
        names.forEach(name -> asked.put(name, CompletableFuture.supplyAsync(() -> ask(name), THREADS)));
        Map<String, Job> found = new HashMap<>();
        List<Fault> troubles = new ArrayList<>();
        for (CompletableFuture<Answer> one : asked.values()) {
            Answer answer = one.join();
            answer.jobs().forEach(job -> found.merge(job.id(), job, JobBoard::better));
            troubles.addAll(answer.troubles());
        }
        List<Job> jobs = found.values().stream()
                .sorted(Comparator.comparing(Job::id).reversed())
                .toList();
        return new Seen(jobs, troubles);
    }

    private static Job better(Job first, Job other) {
        return !first.isUnderItsName() && other.isUnderItsName() ? other : first;
    }

    private Answer ask(String name) {
        try {
            return new Answer(on(name).list(), List.of());
        } catch (FaultException e) {
            return new Answer(List.of(), List.of(e.fault()));
        }
    }

    /**
     * An action that ends a job.
     *
     * @throws FaultException CONFLICT if there is none of that id on the host
     */
    public Action cancel(String host, String id) throws FaultException {
        Job job = on(host).find(id)
                .orElseThrow(() -> new FaultException(
                        FaultKind.CONFLICT, "there is no job " + id + " on " + host, "It may have been cleared away"));
        return new CancelJob(owner.apply(job), job, on(host));
    }

    /** The jobs of one host. */
    public Jobs on(String name) throws FaultException {
        return new Jobs(hosts.host(name), clock);
    }
}
