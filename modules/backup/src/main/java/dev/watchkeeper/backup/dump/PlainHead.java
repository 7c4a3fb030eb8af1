package dev.watchkeeper.backup.dump;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a dump as SQL begins and ends. */
final class PlainHead {
    private static final Pattern BEGIN =
            Pattern.compile("^--\\R-- PostgreSQL database (cluster )?dump\\R--", Pattern.MULTILINE);
    private static final Pattern SERVER = Pattern.compile("^-- Dumped from database version (.+)$", Pattern.MULTILINE);
    private static final Pattern TOOL = Pattern.compile("^-- Dumped by pg_dump version (.+)$", Pattern.MULTILINE);
    private static final Pattern STARTED =
            Pattern.compile("^-- Started on (\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(?: \\S+)?)", Pattern.MULTILINE);
    private static final Pattern DATABASE = Pattern.compile("^-- Name: (.+?); Type: DATABASE;", Pattern.MULTILINE);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int LENGTH = "yyyy-MM-dd HH:mm:ss".length();
    private static final String DATABASE_COMPLETE = "-- PostgreSQL database dump complete";
    private static final String CLUSTER_COMPLETE = "-- PostgreSQL database cluster dump complete";

    private PlainHead() {}

    /** Empty if it is no such dump. */
    static Optional<DumpHead> read(byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8);
        Matcher begin = BEGIN.matcher(text);
        if (!begin.find()) {
            return Optional.empty();
        }
        return Optional.of(new DumpHead(
                begin.group(1) == null ? DumpHead.PLAIN : DumpHead.CLUSTER,
                found(DATABASE, text),
                found(STARTED, text).flatMap(PlainHead::time),
                found(SERVER, text),
                found(TOOL, text),
                Optional.empty()));
    }

    /** Whether its last bytes are those of a whole dump of one database. */
    static boolean isWhole(byte[] tail) {
        return new String(tail, StandardCharsets.UTF_8).contains(DATABASE_COMPLETE);
    }

    /** Whether they are those of a whole one of all databases, which holds the ends of theirs besides. */
    static boolean isWholeCluster(byte[] tail) {
        return new String(tail, StandardCharsets.UTF_8).contains(CLUSTER_COMPLETE);
    }

    /** Whether a whole dump by pg_dumpall ends without a database in it. */
    static boolean isWithoutDatabase(byte[] tail) {
        return !new String(tail, StandardCharsets.UTF_8).contains(DATABASE_COMPLETE);
    }

    private static Optional<String> found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }

    /** A time, and the name of a zone. */
    private static Optional<WallClock> time(String text) {
        try {
            LocalDateTime time = LocalDateTime.parse(text.substring(0, LENGTH), TIME);
            return Optional.of(new WallClock(time, false, text.substring(LENGTH).strip()));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
