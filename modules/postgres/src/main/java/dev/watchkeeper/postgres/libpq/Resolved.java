package dev.watchkeeper.postgres.libpq;

import dev.watchkeeper.kernel.target.Endpoint;
import dev.watchkeeper.kernel.target.Secret;
import java.util.Optional;

/**
 * Where to connect, and the password if one was found on the way.
 *
 * @param password empty if neither the address, nor its service, nor {@code PGPASSWORD} has one; then {@link PgPass} may
 * @param passwordInAddress whether the password stands in clear in the very text that was read
 */
public record Resolved(Endpoint endpoint, Optional<Secret> password, boolean passwordInAddress) {}
