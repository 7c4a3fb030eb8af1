package dev.watchkeeper.app.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where the command line speaks to the person, or to the next program.
 *
 * @param width of the terminal in cells; empty if standard output is none
 * @param person who can be asked; empty without a terminal
 */
record Console(PrintWriter out, PrintWriter err, OptionalInt width, Optional<Person> person) {
    /** Somebody at the terminal. */
    interface Person {
        /** One line that was typed after the question; empty if the input ended. */
        String answer(String question);

        /** The same without showing what is typed. */
        char[] secret(String question);
    }

    /** How far it is: a line beside the output. */
    void note(String message) {
        err.println(message);
        err.flush();
    }

    /** What went wrong: a line beside the output, {@code watchkeeper: …}. */
    void complain(String message) {
        err.println("watchkeeper: " + message);
        err.flush();
    }
}
