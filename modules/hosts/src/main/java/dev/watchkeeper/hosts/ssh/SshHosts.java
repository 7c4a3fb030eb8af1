package dev.watchkeeper.hosts.ssh;

import dev.watchkeeper.hosts.ssh.config.SshConfig;
import dev.watchkeeper.hosts.ssh.config.Ways;
import dev.watchkeeper.kernel.host.HostSpec;
import java.time.Duration;

/** Makes hosts that share what a person has answered. */
public final class SshHosts {
    /** Three times that, and a dead line is noticed. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(4);

    private final Ways ways;
    private final Caller caller;

    /**
     * @param home where keys and settings are
     * @param person who is asked
     */
    public SshHosts(SshHome home, SshPerson person) {
        this(home, person, HEARTBEAT);
    }

    SshHosts(SshHome home, SshPerson person, Duration heartbeat) {
        this.ways = new Ways(new SshConfig(home));
        this.caller = new Caller(new Remembered(person), heartbeat);
    }

    /** A host, which is called when it is first asked for something. */
    public SshHost host(HostSpec spec) {
        return new SshHost(spec.name(), new Lines(caller, () -> ways.to(spec)));
    }
}
