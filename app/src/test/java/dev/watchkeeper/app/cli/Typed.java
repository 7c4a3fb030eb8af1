package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.Surroundings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What came of a command that was typed. */
record Typed(int exit, String out, String err) {
    /** Somebody without a terminal, whose home is a temporary folder. */
    static Builder at(Path home) {
        return new Builder(home);
    }

    List<String> lines() {
        return out.lines().toList();
    }

    static final class Builder {
        private final Path home;
        private final Map<String, String> variables = new HashMap<>();
        private WindowFace window = new NoWindow();
        private Optional<Console.Person> person = Optional.empty();

        private Builder(Path home) {
            this.home = home;
            variables.put("WATCHKEEPER_HOME", home.resolve("watchkeeper").toString());
        }

        Builder variable(String name, String value) {
            variables.put(name, value);
            return this;
        }

        Builder window(WindowFace face) {
            window = face;
            return this;
        }

        /** With a terminal at which somebody gives these answers. */
        Builder answering(String answer) {
            person = Optional.of(new Console.Person() {
                @Override
                public String answer(String question) {
                    return answer;
                }

                @Override
                public char[] secret(String question) {
                    return answer.toCharArray();
                }
            });
            return this;
        }

        Typed run(String... arguments) {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            Console console = new Console(new PrintWriter(out), new PrintWriter(err), OptionalInt.empty(), person);
            int exit = CommandFace.run(setting(console), window, arguments);
            return new Typed(exit, out.toString(), err.toString());
        }

        /** The same with a console of one's own. */
        int run(Console console, String... arguments) {
            return CommandFace.run(setting(console), window, arguments);
        }

        private Setting setting(Console console) {
            return new Setting(new Surroundings(variables, home, Clock.systemUTC(), ZoneOffset.UTC, "tester"), console);
        }
    }
}
