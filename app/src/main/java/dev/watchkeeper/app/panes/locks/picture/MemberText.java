package dev.watchkeeper.app.panes.locks.picture;

import dev.watchkeeper.kernel.sql.Verb;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.locks.Lockable;
import dev.watchkeeper.postgres.locks.Member;
import dev.watchkeeper.postgres.locks.Wait;
import dev.watchkeeper.postgres.sessions.SessionState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How one of the forest is spoken of.
 *
 * @param now when the forest was seen, by the server's clock
 * @param zone of the person who reads it
 */
public record MemberText(Instant now, ZoneId zone) {
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter EARLIER = DateTimeFormatter.ofPattern("d MMM HH:mm");

    /** {@code 41002 reporting}, {@code prepared tx_8812}. */
    public String title(Member member) {
        if (member.party().isPrepared()) {
            return "prepared " + member.party().gid();
        }
        return words(member.party().label(), member.user());
    }

    /** The quiet second line of its card. */
    public String subtitle(Member member, boolean blocks) {
        Wait awaits = member.awaits();
        if (awaits != null) {
            String lasts = Spans.words(awaits.lasts(now));
            String verb = blocks ? verb(member) : "";
            return verb.isEmpty() ? "waits " + lasts : verb + " · " + lasts;
        }
        if (member.party().isPrepared()) {
            return dots(member.xactStart() == null ? "" : "since " + moment(member.xactStart()), "no session");
        }
        String age = member.xactStart() == null ? stateAge(member) : Spans.words(member.xactAge(now));
        return dots(member.state().badge(), runs(member) ? verb(member) : "", age);
    }

    /** Whether its statement is what it does now, and not what it did last. */
    public static boolean runs(Member member) {
        return member.state() == SessionState.ACTIVE && !member.party().isPrepared();
    }

    private String stateAge(Member member) {
        Instant change = member.stateChange();
        return change == null || change.isAfter(now) ? "" : Spans.words(Duration.between(change, now));
    }

    /** All about it, for a tooltip and for screen readers. */
    public String story(Member member, int heldBack) {
        List<String> lines = new ArrayList<>();
        lines.add(title(member));
        lines.add(identity(member));
        lines.add(
                member.party().isPrepared()
                        ? subtitle(member, true)
                        : member.state().label());
        Wait awaits = member.awaits();
        if (awaits != null) {
            lines.add("Waits " + Spans.words(awaits.lasts(now)) + " for " + wanted(awaits));
        }
        if (heldBack > 0) {
            lines.add("Holds back " + heldBack + (heldBack == 1 ? " session" : " sessions"));
        }
        lines.add(shortened(member.query()));
        return lines.stream().filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
    }

    /** {@code reporting@invoices · Metabase · 10.2.4.17}. */
    public String identity(Member member) {
        String who = Objects.requireNonNullElse(member.user(), "unknown user");
        String where = member.database() == null ? who : who + "@" + member.database();
        return dots(where, member.application(), Objects.requireNonNullElse(member.client(), ""));
    }

    /** {@code AccessExclusive on public.invoices}. */
    public static String wanted(Wait wait) {
        return wait.mode().shortLabel() + " on " + wait.what().name();
    }

    /** What those of a pile have in common: {@code same row, orders}. */
    public static String common(Wait wait) {
        Lockable what = wait.what();
        return switch (what.type()) {
            case "relation" -> wait.mode().shortLabel() + ", " + bare(what.name());
            case "tuple" -> "same row, " + bare(what.name());
            case "transactionid" -> "same transaction";
            case "virtualxid" -> "same virtual transaction";
            default -> "same " + what.name();
        };
    }

    /** A moment of today, or with its day. */
    public String moment(Instant instant) {
        var local = instant.atZone(zone);
        boolean today = local.toLocalDate().equals(now.atZone(zone).toLocalDate());
        return (today ? TODAY : EARLIER).format(local);
    }

    /** The table's own name: of {@code row (0,3) of public.orders} it is {@code orders}. */
    private static String bare(String name) {
        String table = name.substring(name.lastIndexOf(' ') + 1);
        return table.contains("\"") ? table : table.substring(table.lastIndexOf('.') + 1);
    }

    private static String verb(Member member) {
        return Verb.of(member.query());
    }

    private static String shortened(String query) {
        String flat = query.strip().replaceAll("\\s+", " ");
        return flat.length() <= 400 ? flat : flat.substring(0, 400) + "…";
    }

    private static String words(String first, @Nullable String second) {
        return second == null ? first : first + " " + second;
    }

    private static String dots(String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(" · "));
    }
}
