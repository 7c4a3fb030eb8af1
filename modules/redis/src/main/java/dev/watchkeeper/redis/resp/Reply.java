package dev.watchkeeper.redis.resp;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * One answer, or a part of one. What RESP2 can't tell apart (a set, a map, a double) comes as a list or text with an old
 * server. Immutable.
 */
public sealed interface Reply {
    /** A text or whatever bytes. */
    record Bulk(Blob value) implements Reply {}

    /** A few words of the server: {@code OK}, {@code QUEUED}. */
    record Status(String words) implements Reply {}

    /**
     * A refusal.
     *
     * @param said its code first: {@code WRONGTYPE Operation against a key …}
     */
    record Failure(String said) implements Reply {}

    /** A whole number. */
    record Whole(long number) implements Reply {}

    /** A number with a fraction, infinity, or none at all. */
    record Decimal(double value) implements Reply {}

    /** Yes or no. */
    record Truth(boolean yes) implements Reply {}

    /** A whole number that is too large for 64 bits. */
    record Huge(BigInteger value) implements Reply {}

    /**
     * A text to be shown as it is.
     *
     * @param format {@code txt} or {@code mkd}
     */
    record Verbatim(String format, Blob value) implements Reply {}

    /** There is nothing. */
    record Nil() implements Reply {}

    /** Some, in order. */
    record Items(List<Reply> parts) implements Reply {
        public Items {
            parts = List.copyOf(parts);
        }
    }

    /** Some, in no order. */
    record Members(List<Reply> parts) implements Reply {
        public Members {
            parts = List.copyOf(parts);
        }
    }

    /** Names and values, in the server's order. */
    record Pairs(List<Pair> pairs) implements Reply {
        public Pairs {
            pairs = List.copyOf(pairs);
        }
    }

    /** What comes by itself: a message, an invalidation. */
    record Push(List<Reply> parts) implements Reply {
        public Push {
            parts = List.copyOf(parts);
        }
    }

    /** One of a map. */
    record Pair(Reply name, Reply value) {}

    /** As text; empty where it is none. */
    default String text() {
        return switch (this) {
            case Bulk bulk -> bulk.value().text();
            case Verbatim verbatim -> verbatim.value().text();
            case Status status -> status.words();
            case Failure failure -> failure.said();
            case Whole whole -> Long.toString(whole.number());
            case Huge huge -> huge.value().toString();
            case Decimal decimal -> Double.toString(decimal.value());
            case Truth truth -> truth.yes() ? "1" : "0";
            case Nil nil -> "";
            case Items items -> "";
            case Members members -> "";
            case Pairs pairs -> "";
            case Push push -> "";
        };
    }

    /** As bytes; those of its text where it is no text by itself. */
    default Blob blob() {
        return switch (this) {
            case Bulk bulk -> bulk.value();
            case Verbatim verbatim -> verbatim.value();
            default -> Blob.of(text());
        };
    }

    /** As a whole number; 0 if it is none. */
    default long number() {
        if (this instanceof Whole whole) {
            return whole.number();
        }
        try {
            return Long.parseLong(text());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Its parts; names and values one after the other if it is a map; empty if it has none. */
    default List<Reply> parts() {
        return switch (this) {
            case Items items -> items.parts();
            case Members members -> members.parts();
            case Push push -> push.parts();
            case Pairs pairs ->
                pairs.pairs().stream()
                        .flatMap(pair -> List.of(pair.name(), pair.value()).stream())
                        .toList();
            default -> List.of();
        };
    }

    /** Names and values, whether it came as a map or, with an old server, as a list. */
    default List<Pair> pairs() {
        if (this instanceof Pairs pairs) {
            return pairs.pairs();
        }
        List<Reply> parts = parts();
        List<Pair> pairs = new ArrayList<>(parts.size() / 2);
        for (int i = 0; i + 1 < parts.size(); i += 2) {
            pairs.add(new Pair(parts.get(i), parts.get(i + 1)));
        }
        return pairs;
    }

    /** What stands under this name; nothing if there is none. */
    default Reply get(String name) {
        return pairs().stream()
                .filter(pair -> pair.name().text().equals(name))
                .map(Pair::value)
                .findFirst()
                .orElseGet(Nil::new);
    }

    /** Size of all values, in bytes. */
    default long bytes() {
        return switch (this) {
            case Bulk bulk -> bulk.value().length();
            case Verbatim verbatim -> verbatim.value().length();
            case Status status -> status.words().length();
            case Failure failure -> failure.said().length();
            case Whole whole -> 8;
            case Huge huge -> huge.value().bitLength() / 8 + 1L;
            case Decimal decimal -> 8;
            case Truth truth -> 1;
            case Nil nil -> 0;
            default -> parts().stream().mapToLong(Reply::bytes).sum();
        };
    }

    default boolean isFailure() {
        return this instanceof Failure;
    }
}
