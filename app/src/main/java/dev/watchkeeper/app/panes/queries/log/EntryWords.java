package dev.watchkeeper.app.panes.queries.log;

import dev.watchkeeper.app.reports.LogWords;
import dev.watchkeeper.app.reports.StatementWords;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.postgres.serverlog.LogEntry;
import dev.watchkeeper.postgres.serverlog.LogFinding;
import dev.watchkeeper.postgres.serverlog.LogFinding.Kind;
import dev.watchkeeper.postgres.serverlog.LogGroup;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.StringJoiner;

/** What is said of a group of findings and of the newest of them. Empty texts are not worth a line. */
final class EntryWords {
    /** Characters of a message or a detail that are drawn. */
    private static final int LONGEST = 3000;

    /** As auto_explain writes it. */
    private static final String QUERY_TEXT = "Query Text: ";

    private EntryWords() {}

    /** The message, where it says more than the figures and the statement. */
    static String headline(LogGroup group) {
        return group.kind() == Kind.SLOW || group.kind() == Kind.PLAN
                ? ""
                : begin(group.example().entry().message());
    }

    static SequencedMap<String, String> facts(LogGroup group) {
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        facts.put("Times", Sizes.count(group.count()));
        facts.put("In all", LogWords.total(group));
        facts.put("Longest", LogWords.max(group));
        facts.put("First", Columns.moment(group.first()));
        facts.put("Last", Columns.moment(group.last()));
        facts.put("Database", group.database());
        facts.put("Role", group.user());
        return facts;
    }

    static SequencedMap<String, String> newest(LogFinding finding) {
        LogEntry entry = finding.entry();
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        facts.put("At", Columns.moment(entry.at()));
        facts.put("Took", finding.millis() > 0 ? StatementWords.millis(finding.millis()) : "");
        facts.put("Process", entry.pid() == 0 ? "" : Integer.toString(entry.pid()));
        facts.put("Application", entry.application());
        facts.put(
                "Severity", !entry.severity().equals("LOG") ? (entry.severity() + " " + entry.sqlState()).strip() : "");
        facts.put("Detail", begin(entry.detail()));
        facts.put("Hint", begin(entry.hint()));
        facts.put("Context", begin(entry.context()));
        return facts;
    }

    /** Below the statement in the message; empty if it is none. */
    static String plan(LogFinding finding) {
        String message = finding.entry().message();
        int end = finding.kind() == Kind.PLAN ? message.indexOf('\n') : -1;
        if (end < 0) {
            return "";
        }
        String below = message.substring(end + 1);
        String text = QUERY_TEXT + finding.statement();
        return below.startsWith(text) ? below.substring(text.length()).stripLeading() : below;
    }

    /** All of it, for the clipboard. */
    static String written(LogEntry entry) {
        StringJoiner text = new StringJoiner("\n");
        String head = entry.at() == null ? "" : entry.at() + " ";
        text.add(head + (entry.pid() == 0 ? "" : "[" + entry.pid() + "] ") + entry.severity() + ": " + entry.message());
        part(text, "DETAIL", entry.detail());
        part(text, "HINT", entry.hint());
        part(text, "CONTEXT", entry.context());
        part(text, "STATEMENT", entry.statement());
        return text.toString();
    }

    private static void part(StringJoiner text, String name, String value) {
        if (!value.isBlank()) {
            text.add(name + ": " + value);
        }
    }

    private static String begin(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
