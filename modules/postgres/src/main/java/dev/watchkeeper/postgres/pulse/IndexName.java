package dev.watchkeeper.postgres.pulse;

/** An index, told apart by its oid: one that is built anew is another one. */
public record IndexName(long oid, String schema, String name, String table) {}
