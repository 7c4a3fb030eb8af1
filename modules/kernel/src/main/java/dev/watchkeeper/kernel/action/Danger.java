package dev.watchkeeper.kernel.action;

import dev.watchkeeper.kernel.target.Environment;

/** How much an action can hurt, and so how strictly it is confirmed. */
public enum Danger {
    /** One session, one setting: asked for once. */
    ORDINARY,
    /** Restore, promote, failover, terminate many, drop: on production the server's name must be typed. */
    DANGEROUS;

    /** Whether the person has to type the target's name. */
    public boolean asksForTheName(Environment environment) {
        return this == DANGEROUS && environment == Environment.PRODUCTION;
    }
}
