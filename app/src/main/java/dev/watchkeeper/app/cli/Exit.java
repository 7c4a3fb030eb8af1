package dev.watchkeeper.app.cli;

import dev.watchkeeper.kernel.fault.FaultKind;

/** The command line's exit codes. */
final class Exit {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int BAD_ARGUMENTS = 2;
    static final int UNREACHABLE_OR_DENIED = 3;

    private Exit() {}

    static int of(FaultKind kind) {
        return switch (kind) {
            case BAD_INPUT -> BAD_ARGUMENTS;
            case UNREACHABLE, DENIED -> UNREACHABLE_OR_DENIED;
            case TIMEOUT, UNSUPPORTED, CONFLICT, FAILED -> FAILED;
        };
    }
}
