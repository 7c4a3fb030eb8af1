package dev.watchkeeper.lab.workload;

import java.time.Duration;
import java.util.List;

/**
 * What one connection of an application does again and again.
 *
 * @param statements of one transaction; every question mark is a number that changes from run to run
 * @param pause between two runs
 */
record Job(String user, String application, List<String> statements, Duration pause) {}
