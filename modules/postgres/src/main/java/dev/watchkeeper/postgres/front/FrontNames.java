package dev.watchkeeper.postgres.front;

import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Target;

/** What a front is called. */
public final class FrontNames {
    private FrontNames() {}

    /** The saved target's name; the address of one that was typed. */
    public static String of(Target target) {
        String name = target.name();
        return name.contains("://") ? id(target.endpoint().hosts().getFirst()) : name;
    }

    /** Unique among what stands around a cluster. */
    public static String id(HostPort at) {
        return at.isUnixSocket() ? at.host() : at.toString();
    }
}
