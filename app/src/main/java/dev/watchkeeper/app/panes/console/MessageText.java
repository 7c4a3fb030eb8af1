package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.app.controls.Sentence;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.sql.Place;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.console.Answer;
import dev.watchkeeper.postgres.console.Complaint;
import dev.watchkeeper.postgres.console.Notice;
import dev.watchkeeper.postgres.console.Request;
import dev.watchkeeper.postgres.console.SqlConsole;
import dev.watchkeeper.postgres.console.StatementFault;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.StringJoiner;

/** What happened to statements, in words. */
final class MessageText {
    private static final int SHOWN = 160;

    private MessageText() {}

    static Message of(Instant at, Event.Came came) {
        Answer answer = came.answer();
        String took = " · " + took(answer.timing().answered());
        String what = came.page() != null
                ? Sizes.of(came.page().size(), "row", "rows") + (came.last() ? "" : " and more")
                : answer.verb() + counted(answer);
        long hidden = answer.notices() - SqlConsole.KEPT_NOTICES;
        String more = hidden > 0 ? Sizes.count(hidden) + " further messages of the server were only counted" : "";
        return new Message(at, Tone.GREEN, what + took, more, brief(came.request()), Optional.empty());
    }

    /** {@code 12 ms}; what takes next to nothing does not take nothing. */
    static String took(Duration span) {
        return span.toMillis() == 0 ? "under 1 ms" : Spans.words(span);
    }

    private static String counted(Answer answer) {
        return answer.count().isPresent() ? ": " + Sizes.of(answer.count().getAsLong(), "row", "rows") : "";
    }

    static Message of(Instant at, Event.Described described) {
        String what = described.descriptions().isEmpty()
                ? "Nothing to describe"
                : described.descriptions().getFirst().title();
        return new Message(
                at,
                Tone.GREEN,
                what + " · " + took(described.took()),
                "",
                brief(described.request()),
                Optional.empty());
    }

    static Message of(Instant at, Notice notice) {
        boolean warns = notice.severity().equals("WARNING");
        StringJoiner more = new StringJoiner("\n");
        add(more, "", notice.detail());
        add(more, "Hint: ", notice.hint());
        return new Message(
                at,
                warns ? Tone.AMBER : Tone.NEUTRAL,
                notice.severity() + ": " + notice.message(),
                more.toString(),
                "",
                Optional.empty());
    }

    static Message of(Instant at, Event.Failed failed) {
        FaultException why = failed.why();
        StringJoiner more = new StringJoiner("\n");
        Optional<Complaint> complaint = complaint(why);
        complaint.ifPresent(one -> {
            add(more, "", one.detail());
            add(more, "Hint: ", one.hint());
            add(more, "Context: ", one.context());
            add(more, "SQLSTATE ", one.sqlState());
        });
        add(more, "", why.fault().advice());
        Optional<Place> place = complaint.flatMap(Complaint::place);
        boolean cancelled = why instanceof StatementFault fault && fault.reason() == StatementFault.Reason.CANCELLED;
        return new Message(
                at,
                cancelled ? Tone.AMBER : Tone.RED,
                Sentence.begin(why.fault().message()) + (cancelled ? "" : " · " + took(failed.took())),
                more.toString(),
                brief(failed.request()),
                place.map(Place::offset)
                        .or(() -> Optional.of(failed.request().statement().start())));
    }

    static Optional<Complaint> complaint(FaultException why) {
        return why instanceof StatementFault fault ? fault.complaint() : Optional.empty();
    }

    private static void add(StringJoiner lines, String label, String text) {
        if (!text.isEmpty()) {
            lines.add(label + text);
        }
    }

    private static String brief(Request request) {
        String text = request.statement().text();
        String beginning = text.length() > 4 * SHOWN ? text.substring(0, 4 * SHOWN) : text;
        String line = beginning.replaceAll("\\s+", " ").strip();
        return line.length() > SHOWN || beginning.length() < text.length()
                ? line.substring(0, Math.min(SHOWN, line.length())) + "…"
                : line;
    }
}
