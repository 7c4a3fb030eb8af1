package dev.watchkeeper.hosts.ssh;

import dev.watchkeeper.kernel.fault.FaultException;
import java.io.IOException;
import net.schmizz.sshj.connection.channel.direct.Session;
import net.schmizz.sshj.connection.channel.direct.Signal;

/** How a command ended, as a shell would tell it. */
final class ExitStatus {
    private static final int SIGNALS = 128;

    private ExitStatus() {}

    /** @throws FaultException UNREACHABLE if nobody told: it was cut */
    static int of(Session.Command command, String host) throws FaultException {
        Integer status = command.getExitStatus();
        if (status != null) {
            return status;
        }
        if (command.getExitSignal() != null) {
            return SIGNALS + number(command.getExitSignal());
        }
        throw Unreachable.cut(host, "a script ran", new IOException("nobody told how it ended"));
    }

    /** POSIX' numbers. */
    private static int number(Signal signal) {
        return switch (signal) {
            case HUP -> 1;
            case INT -> 2;
            case QUIT -> 3;
            case ILL -> 4;
            case ABRT -> 6;
            case FPE -> 8;
            case KILL -> 9;
            case SEGV -> 11;
            case PIPE -> 13;
            case ALRM -> 14;
            default -> 15;
        };
    }
}
