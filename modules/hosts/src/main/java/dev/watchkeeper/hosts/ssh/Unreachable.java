package dev.watchkeeper.hosts.ssh;

import dev.watchkeeper.hosts.ssh.config.Destination;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.text.Spans;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import net.schmizz.sshj.connection.channel.OpenFailException;

/** Why one did not get to a host, in words. */
final class Unreachable {
    private Unreachable() {}

    /**
     * @param last whether it is the host itself, not a jump host before it
     * @param behind whether a jump host called it
     */
    static FaultException host(Destination host, boolean last, boolean behind, IOException trouble) {
        String who = last ? host.place() : "the jump host " + host.place();
        String how = behind ? " from the jump host before it" : "";
        return new FaultException(
                new Fault(FaultKind.UNREACHABLE, who + " can't be reached over SSH" + how + ": " + why(host, trouble)),
                trouble);
    }

    private static String why(Destination host, IOException trouble) {
        if (has(trouble, UnknownHostException.class)) {
            return "no host is called " + host.host();
        }
        if (has(trouble, ConnectException.class)) {
            return "nobody listens on port " + host.port();
        }
        if (has(trouble, NoRouteToHostException.class)) {
            return "there is no way to it";
        }
        if (has(trouble, SocketTimeoutException.class) || has(trouble, TimeoutException.class)) {
            return "no answer within " + Spans.words(host.limit());
        }
        if (trouble instanceof OpenFailException refused) {
            return String.valueOf(refused.getMessage());
        }
        return String.valueOf(trouble.getMessage());
    }

    private static boolean has(Throwable trouble, Class<? extends Exception> kind) {
        return Stream.iterate(trouble, one -> one != null, Throwable::getCause)
                .limit(20)
                .anyMatch(kind::isInstance);
    }

    private static String innermost(Throwable trouble) {
        Throwable cause = trouble;
        for (int i = 0; i < 20 && cause.getCause() != null; i++) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    /** A line that was cut while something ran over it. */
    static FaultException cut(String host, String what, Throwable trouble) {
        return new FaultException(
                new Fault(
                        FaultKind.UNREACHABLE,
                        "the line to " + host + " was cut while " + what + ": " + innermost(trouble),
                        "What ran there in the background goes on"),
                trouble);
    }
}
