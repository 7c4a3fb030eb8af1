package dev.watchkeeper.app.workbench;

import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Target;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Where a target's own password may be shown beside the target itself: on other ports of its own hosts, where it is known
 * anyway, and where somebody lent it to. Thread-safe.
 */
final class Loans {
    /** This machine, by each of the names that it gives itself. */
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\..*|::1|/.*");

    private record Loan(Target owner, HostPort address) {}

    private final Set<Loan> loans = ConcurrentHashMap.newKeySet();

    void lend(Target owner, HostPort address) {
        loans.add(new Loan(owner, address));
    }

    boolean covers(Target owner, HostPort address) {
        return owner.endpoint().hosts().stream().anyMatch(own -> isSame(own.host(), address.host()))
                || loans.contains(new Loan(owner, address));
    }

    private static boolean isSame(String one, String other) {
        return one.equals(other)
                || (LOOPBACK.matcher(one).matches() && LOOPBACK.matcher(other).matches());
    }
}
