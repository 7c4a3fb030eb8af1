package dev.watchkeeper.kernel.poll;

/**
 * A server's version.
 *
 * @param major 15 of 15.20, 9 of 9.6.24
 * @param full as the server says it, without the packager's additions: {@code 15.20}, {@code 19beta1}
 */
public record ServerVersion(int major, String full) implements Comparable<ServerVersion> {
    /** Of what no server said. */
    public static final ServerVersion UNKNOWN = new ServerVersion(0, "");

    /** Whether a server said it. */
    public boolean isKnown() {
        return major > 0;
    }

    /** Reads what {@code server_version} says: {@code 15.20 (Debian 15.20-0+deb12u1)}, {@code 19beta1}, {@code 9.6.24}. */
    public static ServerVersion parse(String text) {
        String full = text.strip().split("[\\s,]", 2)[0];
        int end = 0;
        while (end < full.length() && Character.isDigit(full.charAt(end))) {
            end++;
        }
        if (end == 0) {
            throw new IllegalArgumentException("not a server version: " + text);
        }
        return new ServerVersion(Integer.parseInt(full.substring(0, end)), full);
    }

    @Override
    public int compareTo(ServerVersion other) {
        return Integer.compare(major, other.major);
    }

    @Override
    public String toString() {
        return full;
    }
}
