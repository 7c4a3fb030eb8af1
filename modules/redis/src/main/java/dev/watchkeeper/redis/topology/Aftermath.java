package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.redis.connect.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Follows a change of the primary to its end, tells it, and counts how long writes were away. */
final class Aftermath {
    private static final Duration PROMOTION = Duration.ofSeconds(30);
    private static final Duration AGREEMENT = Duration.ofSeconds(30);

    /** The sentinels need 10 to 20 s to make a replica of an old primary that is back. */
    private static final Duration RETURN = Duration.ofSeconds(45);

    private final Field field;
    private final Seen old;
    private final Watch watch;
    private final Consumer<String> tell;
    private final long start = System.nanoTime();

    Aftermath(Field field, Seen old, Watch watch, Consumer<String> tell) {
        this.field = field;
        this.old = old;
        this.watch = watch;
        this.tell = tell;
    }

    /**
     * Waits until another server is the primary.
     *
     * @throws FaultException FAILED if none is within half a minute
     */
    Seen newPrimary() throws FaultException {
        List<Seen> others = field.servers()
                .filter(one -> !one.equals(old) && !one.isPrimary())
                .toList();
        Waiting.until(PROMOTION, () -> promoted(others).isPresent());
        Seen now = promoted(others)
                .orElseThrow(() -> new FaultException(
                        FaultKind.FAILED,
                        "no replica became the primary within " + Spans.words(PROMOTION),
                        "Look at the sentinels' and the replicas' logs; the old primary may still be the primary"));
        tell.accept(now.name() + " is the primary after " + since());
        return now;
    }

    private Optional<Seen> promoted(List<Seen> others) {
        return others.stream()
                .filter(one -> watch.firstPrimary(one).isPresent())
                .findFirst();
    }

    /** What became of it all, when everybody knows. */
    Outcome end(Seen now) throws FaultException {
        List<String> found = new ArrayList<>();
        boolean agreed = sentinels(now, found);
        replicas(now, found);
        boolean back = oldPrimary(now, found);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Map<String, Long> figures = figures(now);
        Long away = figures.get("writes_away_ms");
        Long stray = figures.get("stray_writes_ms");
        String message = now.name() + " is the primary"
                + (away == null
                        ? ""
                        : (watch.lastWritable(old).isPresent() ? "; writes were away for " : "; it took writes after ")
                                + Spans.words(Duration.ofMillis(away)))
                + (stray == null
                        ? ""
                        : "; the old primary took writes for " + Spans.words(Duration.ofMillis(stray))
                                + " longer, which are lost")
                + (found.isEmpty() ? "" : "; " + String.join("; ", found));
        return new Outcome(agreed && (back || !old.isHere()), message, took, figures);
    }

    private Map<String, Long> figures(Seen now) {
        Map<String, Long> figures = new LinkedHashMap<>();
        OptionalLong first = watch.firstPrimary(now);
        OptionalLong last = watch.lastWritable(old);
        if (first.isPresent()) {
            // of one that was dead before, nobody knows since when: it counts from when something was done
            long gap = Duration.ofNanos(first.getAsLong() - last.orElse(start)).toMillis();
            figures.put("writes_away_ms", Math.max(0, gap));
            if (gap < 0) {
                figures.put("stray_writes_ms", -gap);
            }
        }
        figures.put("took_ms", Duration.ofNanos(System.nanoTime() - start).toMillis());
        return figures;
    }

    private boolean sentinels(Seen now, List<String> found) throws FaultException {
        List<Field.Opinion> opinions = field.opinions().toList();
        if (opinions.isEmpty()) {
            return true;
        }
        Waiting.until(AGREEMENT, () -> opinions.stream().allMatch(opinion -> takes(opinion, now)));
        long agreeing = opinions.stream().filter(opinion -> takes(opinion, now)).count();
        String words = agreeing + " of " + Sizes.of(opinions.size(), "sentinel takes it", "sentinels take it")
                + " for the primary";
        tell.accept(words + " after " + since());
        found.add(words);
        return agreeing == opinions.size();
    }

    private boolean takes(Field.Opinion opinion, Seen now) {
        return address(opinion)
                .flatMap(address -> field.meant(opinion.sentinel(), address))
                .map(now::equals)
                .orElse(false);
    }

    /** Whom a sentinel takes for the primary now; empty if it does not say. */
    static Optional<HostPort> address(Field.Opinion opinion) {
        try {
            List<Reply> parts = opinion.sentinel()
                    .server()
                    .look(connected -> connected.ask(
                            "SENTINEL",
                            "GET-MASTER-ADDR-BY-NAME",
                            opinion.sight().name()))
                    .list();
            return parts.size() == 2
                    ? Addresses.of(parts.get(0).text(), parts.get(1).text())
                    : Optional.empty();
        } catch (FaultException e) {
            return Optional.empty();
        }
    }

    private void replicas(Seen now, List<String> found) throws FaultException {
        List<Seen> others = field.followersOf(old).stream()
                .filter(one -> one.isHere() && !one.equals(now))
                .toList();
        if (others.isEmpty()) {
            return;
        }
        Waiting.until(AGREEMENT, () -> others.stream().allMatch(one -> follows(one, now)));
        long following = others.stream().filter(one -> follows(one, now)).count();
        String words =
                following + " of " + Sizes.of(others.size(), "other replica follows", "other replicas follow") + " it";
        tell.accept(words + " after " + since());
        if (following < others.size()) {
            found.add(words);
        }
    }

    private boolean follows(Seen replica, Seen now) {
        return watch.now(replica)
                .filter(reading -> !reading.primary() && reading.linkUp())
                .flatMap(Watch.Reading::follows)
                .flatMap(address -> field.meant(replica, address))
                .map(now::equals)
                .orElse(false);
    }

    private boolean oldPrimary(Seen now, List<String> found) throws FaultException {
        if (!old.isHere()) {
            found.add(old.name() + " was dead before and is missing: when it is back it must follow the new primary");
            return false;
        }
        if (!follows(old, now)) {
            tell.accept("waiting for " + old.name() + " to come back as a replica; 10 to 20 s are usual");
        }
        boolean back = Waiting.until(RETURN, () -> follows(old, now));
        String words = back
                ? old.name() + " follows it"
                : old.name() + " is missing: it does not follow the new primary, look at it";
        tell.accept(words + " after " + since());
        found.add(words);
        return back;
    }

    private String since() {
        return Spans.words(Duration.ofNanos(System.nanoTime() - start));
    }
}
