package dev.watchkeeper.hosts.jobs;

import dev.watchkeeper.hosts.Host;
import dev.watchkeeper.hosts.Ran;
import dev.watchkeeper.hosts.Script;
import dev.watchkeeper.hosts.ShellFile;
import dev.watchkeeper.hosts.ShellWords;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** The jobs of one host. Thread-safe. */
public final class Jobs {
    /** So many are told of. */
    private static final int MOST = 200;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** A job is followed as long as it takes. */
    private static final Duration WITHOUT_END = Duration.ofDays(3650);

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final ShellFile START = ShellFile.beside(Jobs.class, "start.sh");
    private static final ShellFile WAIT = ShellFile.beside(Jobs.class, "wait.sh");
    private static final ShellFile RUN = ShellFile.beside(Jobs.class, "run.sh");
    private static final ShellFile LIST = ShellFile.beside(Jobs.class, "list.sh");
    private static final ShellFile FOLLOW = ShellFile.beside(Jobs.class, "follow.sh");
    private static final ShellFile CANCEL = ShellFile.beside(Jobs.class, "cancel.sh");

    private final Host host;
    private final Clock clock;

    public Jobs(Host host, Clock clock) {
        this.host = host;
        this.clock = clock;
    }

    /**
     * Starts a job, and returns when it runs.
     *
     * @return its id
     * @throws FaultException FAILED with the host's own words if it can't be started
     */
    public String start(JobOrder order) throws FaultException {
        String id = newId();
        SequencedMap<String, String> given = given(order);
        given.put("id", id);
        given.put("via", inOneLine(host.name()));
        given.put("pass", order.passwords().map(Secret::reveal).orElse(""));
        Ran ran = host.run(new Script(START.with(given), PATIENCE));
        if (!ran.isFine()) {
            throw new FaultException(
                    FaultKind.FAILED,
                    "a job can't be started on " + host.name() + ": " + ran.error(),
                    "Its folder is ~/.local/state/watchkeeper/jobs there: it needs room, and to be writable");
        }
        return id;
    }

    /**
     * A script that starts this job on a host without anybody: each time it runs, as a job of its own. Its task finds
     * {@code $scheduled} set. Passwords don't go with it. With {@code wait} as its argument it ends when the job does, as
     * the job did.
     *
     * @param word by what the clock began it: the job keeps it in a file of its own
     */
    public static String starting(JobOrder order, String word) {
        String id = "id=$(date -u +%Y%m%d-%H%M%S)-$(od -An -N3 -tx1 /dev/urandom | tr -d ' \\n')\n";
        return "LC_ALL=C; export LC_ALL; scheduled=" + ShellWords.quote(word) + "; export scheduled\n" + id
                + START.with(given(order)) + WAIT.text();
    }

    private static SequencedMap<String, String> given(JobOrder order) {
        SequencedMap<String, String> given = new LinkedHashMap<>();
        given.put("what", inOneLine(order.what()));
        given.put("about", inOneLine(order.about()));
        given.put("task", order.task());
        given.put("run", RUN.text());
        given.put("pass", "");
        given.put("via", "");
        return given;
    }

    /** The newest first. */
    public List<Job> list() throws FaultException {
        return list("");
    }

    /** The one of this id. */
    public Optional<Job> find(String id) throws FaultException {
        return list(id).stream().findFirst();
    }

    private List<Job> list(String only) throws FaultException {
        SequencedMap<String, String> given = new LinkedHashMap<>();
        given.put("only", only);
        given.put("most", Integer.toString(MOST));
        Ran ran = host.run(new Script(LIST.with(given), PATIENCE));
        if (!ran.isFine()) {
            throw new FaultException(
                    FaultKind.FAILED, "the jobs on " + host.name() + " can't be listed: " + ran.error(), "");
        }
        return JobText.read(host.name(), ran.text());
    }

    /**
     * Passes on what a job says until it has ended.
     *
     * @param from after so many bytes of what it has said
     * @param output gets the rest as it comes, from another thread
     * @throws FaultException UNREACHABLE if the line was cut: the job goes on, and can be followed again; CONFLICT if
     *     there is no such job
     */
    public void follow(String id, long from, Consumer<byte[]> output) throws FaultException {
        SequencedMap<String, String> given = new LinkedHashMap<>();
        given.put("id", id);
        given.put("first", Long.toString(from + 1));
        Ran ran = host.stream(new Script(FOLLOW.with(given), WITHOUT_END), output);
        if (!ran.isFine()) {
            throw failed(id, ran);
        }
    }

    /**
     * Ends a job with all its processes: asks, and after ten seconds does not ask any more.
     *
     * @throws FaultException CONFLICT if it does not run any more
     */
    public void cancel(String id) throws FaultException {
        SequencedMap<String, String> given = new LinkedHashMap<>();
        given.put("id", id);
        Ran ran = host.run(new Script(CANCEL.with(given), PATIENCE));
        if (!ran.isFine()) {
            throw failed(id, ran);
        }
    }

    private FaultException failed(String id, Ran ran) {
        return switch (ran.exit()) {
            case 93 ->
                new FaultException(
                        FaultKind.CONFLICT,
                        "there is no job " + id + " on " + host.name(),
                        "See watchkeeper jobs list");
            case 94 -> new FaultException(FaultKind.CONFLICT, "job " + id + " has ended already", "");
            case 95 ->
                new FaultException(
                        FaultKind.CONFLICT,
                        "job " + id + " is lost: nobody runs it any more",
                        "Was " + host.name() + " started anew?");
            default ->
                new FaultException(FaultKind.FAILED, "job " + id + " on " + host.name() + ": " + ran.error(), "");
        };
    }

    private String newId() {
        return MOMENT.format(clock.instant())
                + "-%06x".formatted(ThreadLocalRandom.current().nextInt(1 << 24));
    }

    private static String inOneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}]+", " ");
    }
}
