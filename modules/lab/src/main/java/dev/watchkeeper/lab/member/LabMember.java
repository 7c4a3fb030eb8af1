package dev.watchkeeper.lab.member;

/**
 * One server of a lab, as one connects to it. No password is asked on loopback.
 *
 * @param user and {@code database}: empty for Redis
 */
public record LabMember(String name, MemberRole role, String host, int port, String user, String database) {
    /** {@code postgresql://postgres@127.0.0.1:15432/shop}, {@code redis://127.0.0.1:16379}, {@code sentinel://…}. */
    public String uri() {
        if (role.isPostgres()) {
            return "postgresql://%s@%s:%d/%s".formatted(user, host, port, database);
        }
        return "%s://%s:%d".formatted(role == MemberRole.REDIS_SENTINEL ? "sentinel" : "redis", host, port);
    }
}
