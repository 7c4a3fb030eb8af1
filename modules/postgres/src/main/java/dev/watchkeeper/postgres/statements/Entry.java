package dev.watchkeeper.postgres.statements;

/** What {@code pg_stat_statements} counts under: one role's statement in one database. Oids are unsigned. */
record Entry(long userId, long databaseId, boolean topLevel, long queryId) {}
