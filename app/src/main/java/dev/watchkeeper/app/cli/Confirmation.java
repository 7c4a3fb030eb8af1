package dev.watchkeeper.app.cli;

import dev.watchkeeper.kernel.action.Action;
import dev.watchkeeper.kernel.action.ActionDesk;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Shows what an action will do, asks for it as strictly as the target demands, and has it done. */
final class Confirmation {
    @Option(names = "--dry-run", description = "show what would happen and the exact SQL; change nothing")
    private boolean dryRun;

    @Option(names = "--yes", description = "don't ask; needed where there is no terminal to ask at")
    private boolean yes;

    /** The exit code. */
    int carryOut(Action action, ActionDesk desk, Console console) throws FaultException {
        announce(action, console);
        if (dryRun) {
            console.out().println("Dry run: nothing was done.");
            return Exit.DONE;
        }
        if (!isGiven(action, console)) {
            console.out().println("Nothing was done.");
            return Exit.FAILED;
        }
        Outcome outcome = desk.run(action, step -> console.out().println("  " + Visible.of(step)));
        console.out().println(Visible.of(action.name() + ": " + outcome.message()));
        return outcome.done() ? Exit.DONE : Exit.FAILED;
    }

    boolean isDryRun() {
        return dryRun;
    }

    /**
     * Whether the action may be run, after somebody was shown what it will do: by {@code --yes}, or because somebody says
     * so now. On a read-only target nobody is asked: the desk refuses it.
     */
    boolean isGiven(Action action, Console console) throws FaultException {
        return action.target().readOnly() || yes || confirmed(action, console);
    }

    private static void announce(Action action, Console console) {
        console.out()
                .println(action.target().name() + " ("
                        + action.target().environment().label() + "): "
                        + action.preview().lines().map(Visible::of).collect(Collectors.joining("\n  ")));
        console.out().println(action.statement().indent(2).stripTrailing());
        console.out().flush();
    }

    private static boolean confirmed(Action action, Console console) throws FaultException {
        String name = action.target().name();
        if (action.danger().asksForTheName(action.target().environment())) {
            String question = "This is production. Type the name " + Visible.of(name) + " to go on: ";
            return answer(console, question).equals(name);
        }
        return asked(console, "Go on? [y/N] ");
    }

    /**
     * Asks a question to be answered with yes or no.
     *
     * @throws FaultException BAD_INPUT if there is nobody to ask
     */
    static boolean asked(Console console, String question) throws FaultException {
        String answer = answer(console, question).toLowerCase(Locale.ROOT);
        return answer.equals("y") || answer.equals("yes");
    }

    private static String answer(Console console, String question) throws FaultException {
        Console.Person person = console.person()
                .orElseThrow(() -> new FaultException(
                        FaultKind.BAD_INPUT,
                        "not confirmed, and there is no terminal to ask at: nothing was done",
                        "Add --yes to do it without being asked"));
        return person.answer(question).strip();
    }
}
