package dev.watchkeeper.app.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The console of this process. Everything goes out as UTF-8. */
final class ProcessConsole {
    private ProcessConsole() {}

    /**
     * @param variables the environment; the launcher says in {@code WATCHKEEPER_COLUMNS} how wide the terminal is that
     *     standard output goes to, and leaves it out if it goes elsewhere
     */
    static Console open(Map<String, String> variables) {
        return new Console(writer(FileDescriptor.out), writer(FileDescriptor.err), width(variables), person());
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), false);
    }

    private static OptionalInt width(Map<String, String> variables) {
        String columns = variables.getOrDefault("WATCHKEEPER_COLUMNS", "");
        boolean number = columns.matches("[1-9][0-9]{0,3}");
        return number ? OptionalInt.of(Math.max(60, Integer.parseInt(columns))) : OptionalInt.empty();
    }

    private static Optional<Console.Person> person() {
        return Optional.ofNullable(System.console())
                .filter(java.io.Console::isTerminal)
                .map(AtTerminal::new);
    }

    private record AtTerminal(java.io.Console terminal) implements Console.Person {
        @Override
        public String answer(String question) {
            String line = terminal.readLine("%s", question);
            return line == null ? "" : line;
        }

        @Override
        public char[] secret(String question) {
            char[] typed = terminal.readPassword("%s", question);
            return typed == null ? new char[0] : typed;
        }
    }
}
