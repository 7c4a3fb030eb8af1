package dev.watchkeeper.kernel.host;

import java.util.List;
import java.util.Optional;

/**
 * Where a server stands, and how it is reached.
 *
 * @param ssh the host through which its connections are tunnelled
 * @param host the host on which it runs; {@link HostSpec#LOCAL} for this machine
 * @param backups where its backups lie
 */
public record Placement(Optional<String> ssh, Optional<String> host, List<BackupSource> backups) {
    /** Nothing is known: connected to directly. */
    public static final Placement NONE = new Placement(Optional.empty(), Optional.empty(), List.of());

    public Placement {
        backups = List.copyOf(backups);
    }

    /** What another server beside this one has in common with it: the way to it, not its host, nor its backups. */
    public Placement wayOnly() {
        return new Placement(ssh, Optional.empty(), List.of());
    }

    /** Whether one gets to both the same way, so that addresses mean the same. */
    public boolean isBeside(Placement other) {
        return ssh.equals(other.ssh());
    }
}
