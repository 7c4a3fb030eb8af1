package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.redis.console.ConsoleCommand;
import dev.watchkeeper.redis.resp.Masked;
import java.util.stream.Collectors;

/** Lines of Redis commands with their passwords taken out, to be written down. */
final class MaskedLines {
    private MaskedLines() {}

    static String of(String text) {
        return text.lines().map(MaskedLines::line).collect(Collectors.joining("\n"));
    }

    /** A line without a secret stays as it was typed. */
    private static String line(String line) {
        if (line.isBlank() || line.stripLeading().startsWith("#")) {
            return line;
        }
        try {
            String masked = ConsoleCommand.parse(line).masked();
            return masked.contains(Masked.SECRET.text()) ? masked : line;
        } catch (FaultException e) {
            // a quote is open, so that nobody knows which of its words is a password
            return line.strip().split("\\s", 2)[0];
        }
    }
}
