package dev.watchkeeper.postgres.backup;

/**
 * How much there is to save.
 *
 * @param version of the server, as it writes it: {@code 15.20 (Debian 15.20-0+deb12u1)}
 * @param databaseBytes of the database that was entered
 * @param clusterBytes of all databases that the role may look at
 * @param tablespaces so many lie outside of the data directory
 */
public record SavedSize(String version, int major, long databaseBytes, long clusterBytes, int tablespaces) {}
