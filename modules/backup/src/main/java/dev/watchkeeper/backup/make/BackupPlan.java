package dev.watchkeeper.backup.make;

import dev.watchkeeper.hosts.jobs.JobOrder;
import dev.watchkeeper.kernel.fault.FaultException;
import java.util.function.Consumer;

/**
 * What was found possible, and is to be confirmed now.
 *
 * @param name one word for the audit log
 * @param preview what will happen, in words and numbers
 * @param statement the command, to copy
 * @param order makes the job ready when it was confirmed
 */
public record BackupPlan(String name, String preview, String statement, Readying order) {
    /** What has to be done right before the job. */
    @FunctionalInterface
    public interface Readying {
        /**
         * @param tell gets a line for each step
         * @throws FaultException what went wrong; no job is begun then
         */
        JobOrder order(Consumer<String> tell) throws FaultException;
    }

    /** One that needs nothing before. */
    static BackupPlan of(String name, String preview, String statement, JobOrder order) {
        return new BackupPlan(name, preview, statement, tell -> order);
    }
}
