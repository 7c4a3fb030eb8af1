package dev.watchkeeper.postgres.haproxy;

import dev.watchkeeper.kernel.target.HostPort;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A server of a backend.
 *
 * @param address as HAProxy reaches it; null if the statistics don't show it ({@code stats show-legends})
 * @param sessions at the moment
 * @param lastChange since when it is in this state
 * @param check the last check's result: {@code L7OK 200 Layer7 check passed}; empty without checks
 */
public record BackendServer(
        String name,
        ServerState state,
        @Nullable HostPort address,
        long sessions,
        long maxSessions,
        Duration lastChange,
        boolean backup,
        String check) {
    static BackendServer of(StatsLine line) {
        return new BackendServer(
                line.text("svname"),
                ServerState.of(line.text("status")),
                address(line.text("addr")),
                line.number("scur"),
                line.number("smax"),
                Duration.ofSeconds(line.number("lastchg")),
                line.number("bck") > 0,
                (line.text("check_status") + " " + line.text("check_code") + " " + line.text("check_desc"))
                        .strip()
                        .replaceAll(" +", " "));
    }

    private static @Nullable HostPort address(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1 || !text.substring(colon + 1).matches("[1-9]\\d{0,4}")) {
            return null;
        }
        String host = text.substring(0, colon);
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return bare.isBlank() ? null : new HostPort(bare, Integer.parseInt(text.substring(colon + 1)));
    }
}
