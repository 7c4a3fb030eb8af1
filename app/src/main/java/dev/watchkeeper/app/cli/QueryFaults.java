package dev.watchkeeper.app.cli;

import dev.watchkeeper.kernel.sql.Place;
import dev.watchkeeper.postgres.console.Complaint;
import dev.watchkeeper.postgres.console.Request;
import dev.watchkeeper.postgres.console.StatementFault;
import java.util.List;

/** What the server has against a statement, with the line that it means and a caret below. */
final class QueryFaults {
    /** Of a line that is longer only what stands around the place is shown. */
    private static final int AROUND = 70;

    private QueryFaults() {}

    /** The exit code. */
    static int tell(Console console, String script, StatementFault fault) {
        console.complain(Visible.of(fault.fault().message()));
        fault.complaint().ifPresent(complaint -> tell(console, script, complaint));
        if (!fault.fault().advice().isEmpty()) {
            console.note("  " + Visible.of(fault.fault().advice()));
        }
        return Exit.of(fault.fault().kind());
    }

    /**
     * Which of several statements failed, and what became of the others.
     *
     * @param done how many were run before it
     * @param together whether they were one transaction
     */
    static void tellWhich(Console console, List<Request> requests, int done, boolean together) {
        if (requests.size() < 2 || done >= requests.size()) {
            return;
        }
        int behind = requests.size() - done - 1;
        console.note("  It was statement " + (done + 1) + " of " + requests.size() + ", in line "
                + requests.get(done).statement().line()
                + (behind == 0
                        ? ""
                        : behind == 1 ? "; the one behind it was not run" : "; those behind it were not run")
                + (together && done > 0 ? "; what was done before it is rolled back" : ""));
    }

    private static void tell(Console console, String script, Complaint complaint) {
        complaint.place().ifPresent(place -> {
            String line = script.lines().skip(place.line() - 1L).findFirst().orElse("");
            String before = line.substring(0, offset(line, place));
            String shown = before.length() > AROUND ? "…" + before.substring(before.length() - AROUND) : before;
            String rest = line.substring(before.length());
            console.note("  " + Visible.of(shown)
                    + Visible.of(rest.length() > AROUND ? rest.substring(0, AROUND) + "…" : rest));
            console.note("  " + " ".repeat(TextTable.cells(Visible.of(shown))) + "^");
        });
        if (!complaint.detail().isEmpty()) {
            console.note("  " + Visible.of(complaint.detail()));
        }
        if (!complaint.context().isEmpty()) {
            console.note("  in " + Visible.oneLine(complaint.context()));
        }
    }

    private static int offset(String line, Place place) {
        int characters = Math.min(place.column() - 1, line.codePointCount(0, line.length()));
        return line.offsetByCodePoints(0, characters);
    }
}
