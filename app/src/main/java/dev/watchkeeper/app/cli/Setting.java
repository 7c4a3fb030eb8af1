package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.Surroundings;
import dev.watchkeeper.app.workbench.Workbench;

/** What every command gets. */
record Setting(Surroundings surroundings, Console console) {
    /** A workbench of its own for the command, which closes it. */
    Workbench workbench() {
        return Workbench.of(surroundings, new TerminalPrompt(console.person()), console::complain);
    }
}
