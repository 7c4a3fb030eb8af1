package dev.watchkeeper.kernel.fault;

import java.util.Locale;

/** The kinds of trouble that a console meets. */
public enum FaultKind {
    /** Nobody answers, or the connection broke. */
    UNREACHABLE,
    /** The server answered, and said no: password, certificate, or a missing right. */
    DENIED,
    /** It took longer than was allowed. */
    TIMEOUT,
    /** This server can't do it, whatever one does: too old, or an extension is missing. */
    UNSUPPORTED,
    /** The world changed in between: the session is gone, the name is taken. */
    CONFLICT,
    /** What was given makes no sense: an argument, a file. */
    BAD_INPUT,
    /** The server refused a statement for a reason of its own. */
    FAILED;

    /** As it stands in JSON: lower case with underscores. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether asking again in a moment may help without anybody doing anything. */
    public boolean mayPass() {
        return this == UNREACHABLE || this == TIMEOUT || this == CONFLICT || this == FAILED;
    }
}
