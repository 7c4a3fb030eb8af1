package dev.watchkeeper.hosts.jobs;

import dev.watchkeeper.kernel.target.Secret;
import java.util.Optional;

/**
 * What a job is to do.
 *
 * @param what in words, for whoever finds it later
 * @param about the target for which it is done
 * @param task a script for a POSIX shell. It runs in the job's folder, {@code $job}; what it prints becomes the log, its
 *     exit status that of the job
 * @param passwords lines of a password file of libpq's. The task finds them through {@code PGPASSFILE}; they lie in the
 *     job's folder, readable for their owner only, until it has ended
 */
public record JobOrder(String what, String about, String task, Optional<Secret> passwords) {
    /** Never the passwords. */
    @Override
    public String toString() {
        return "JobOrder[" + what + "]";
    }
}
