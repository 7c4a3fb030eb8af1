package dev.watchkeeper.app.recording;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * What a recorder is called among those that share a history: {@code dba on ws-12, process 4711, boot 3f9c12ab}. From it a
 * later one of the same person on the same machine knows that a recorder was killed, and need not wait until its claim is
 * stale.
 *
 * @param boot tells machines of one name apart, and containers, whose processes have the same numbers; empty where the
 *     system does not say
 */
public record RecorderName(String user, String host, long process, String boot) {
    private static final Pattern WORDS = Pattern.compile("(.*) on (.*), process (\\d{1,18}), boot (\\p{XDigit}+)");
    private static final Path PROCESSES = Path.of("/proc");

    /** Of this process. */
    public static RecorderName own(String user) {
        return new RecorderName(user, ownHost(), ProcessHandle.current().pid(), ownBoot());
    }

    private static String ownHost() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "a workstation without a name";
        }
    }

    /** Where process numbers mean the same: random(4)'s boot_id, and the namespace of pid_namespaces(7). */
    private static String ownBoot() {
        try {
            CRC32 sum = new CRC32();
            String boot = Files.readString(PROCESSES.resolve("sys/kernel/random/boot_id"));
            Path namespace = Files.readSymbolicLink(PROCESSES.resolve("self/ns/pid"));
            sum.update((boot + namespace).getBytes(StandardCharsets.UTF_8));
            return String.format(Locale.ROOT, "%08x", sum.getValue());
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }

    /** As the store keeps it. */
    public String words() {
        return user + " on " + host + ", process " + process + (boot.isEmpty() ? "" : ", boot " + boot);
    }

    /** Whether another recorder is known to have ended without giving up what it recorded; false if that can't be known. */
    public boolean knowsGone(String holder) {
        Matcher other = WORDS.matcher(holder);
        if (boot.isEmpty() || !other.matches()) {
            return false;
        }
        RecorderName name =
                new RecorderName(other.group(1), other.group(2), Long.parseLong(other.group(3)), other.group(4));
        // other people's processes may be hidden
        boolean visible = name.user().equals(user)
                && name.host().equals(host)
                && name.boot().equals(boot);
        return visible && !isAlive(name.process());
    }

    /** A process that was killed and that nobody has asked about since is no longer one: proc(5) calls it Z. */
    private static boolean isAlive(long process) {
        Optional<ProcessHandle> handle = ProcessHandle.of(process);
        if (handle.isEmpty()) {
            return false;
        }
        try {
            String stat =
                    Files.readString(PROCESSES.resolve(Long.toString(process)).resolve("stat"));
            return !stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z");
        } catch (IOException e) {
            return handle.get().isAlive();
        }
    }
}
