package dev.watchkeeper.postgres.libpq;

import dev.watchkeeper.kernel.target.Endpoint;

/**
 * A server that libpq's files know and that one may want to save.
 *
 * @param name a name that it goes by: the service's, or {@code database@host}
 * @param source where it was found, for people: {@code pg_service.conf}, {@code PG* variables}, {@code ~/.pgpass}
 * @param address what to save: a URI, or {@code service=NAME}; without any password
 */
public record Candidate(String name, Endpoint endpoint, String source, String address) {}
