package dev.watchkeeper.app.controls;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.poll.Poll;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What a banner says.
 *
 * @param text what is the matter, in one sentence
 * @param advice what to try; may be empty
 * @param statement SQL that mends it, to be copied; may be empty
 */
public record BannerText(Tone tone, String text, String advice, String statement) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    public static BannerText of(Tone tone, String text) {
        return new BannerText(tone, text, "", "");
    }

    /**
     * Tells of a fault.
     *
     * @param consequence what follows from it, in sentences; may be empty
     */
    public static BannerText of(Tone tone, Fault fault, String consequence) {
        return new BannerText(tone, capital(fault.message()), (fault.advice() + " " + consequence).strip(), "");
    }

    /** The banner that an answer asks for: none if it is fresh. */
    public static Optional<BannerText> of(Poll<?> poll) {
        return switch (poll) {
            case Poll.Fresh<?> fresh -> Optional.empty();
            case Poll.Unavailable<?> unavailable -> Optional.of(of(Tone.AMBER, unavailable.fault(), ""));
            case Poll.Failed<?> failed -> Optional.of(failed(failed));
        };
    }

    private static BannerText failed(Poll.Failed<?> failed) {
        Fault fault = failed.fault();
        String since = " since " + clock(failed.since());
        String stale = failed.latest()
                .map(last -> ". What you see is of " + clock(last.takenAt()))
                .orElse("");
        String trying = failed.asksAgain() ? "Trying again at every tick. " : "";
        return new BannerText(
                Tone.RED, capital(fault.message()) + since + stale, (trying + fault.advice()).strip(), "");
    }

    private static String clock(Instant instant) {
        return TIME.format(instant.atZone(ZoneId.systemDefault()));
    }

    /** A name that begins it, {@code dead-1} or {@code 10.0.0.1}, stays as it is written. */
    private static String capital(String sentence) {
        return sentence.matches("(?s)\\p{Ll}+('\\p{Ll}+)?[ ,:;].*|\\p{Ll}")
                ? Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1)
                : sentence;
    }
}
