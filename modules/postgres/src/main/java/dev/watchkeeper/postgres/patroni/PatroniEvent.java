package dev.watchkeeper.postgres.patroni;

/**
 * A change of the timeline ({@code GET /history}).
 *
 * @param timeline that ended
 * @param lsn where it ended
 * @param reason in PostgreSQL's words: {@code no recovery target specified}
 * @param at in ISO 8601; empty if not known
 * @param leader that came; empty if not known
 */
public record PatroniEvent(int timeline, long lsn, String reason, String at, String leader) {}
