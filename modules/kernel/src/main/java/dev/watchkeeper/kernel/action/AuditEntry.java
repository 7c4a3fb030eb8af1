package dev.watchkeeper.kernel.action;

import java.time.Instant;

/**
 * One line of the audit log.
 *
 * @param who the operating system's user at the workstation
 * @param role the role on the server
 * @param target the target's name
 * @param where the addresses it stands for
 * @param action {@link Action#name}
 * @param what {@link Action#preview}
 * @param statement {@link Action#statement}
 * @param result {@code done}, {@code not done}, {@code refused} or {@code failed}
 * @param outcome what became of it, or why it was refused
 */
public record AuditEntry(
        Instant at,
        String who,
        String role,
        String target,
        String environment,
        String where,
        String action,
        String what,
        String statement,
        String result,
        String outcome,
        long tookMillis) {}
