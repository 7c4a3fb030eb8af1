package dev.watchkeeper.report;

import dev.watchkeeper.kernel.target.Environment;

/**
 * One server that a document tells of.
 *
 * @param name the target's name
 * @param where its addresses: {@code pg-bill-1:5432}
 * @param version engine and version: {@code PostgreSQL 17.11}
 */
public record Source(String name, Environment environment, String where, String version) {}
