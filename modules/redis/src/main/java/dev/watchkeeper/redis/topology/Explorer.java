package dev.watchkeeper.redis.topology;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Engine;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.kernel.target.Target;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks all that are known at the same time, then those whom they speak of, until nobody new is named. */
final class Explorer {
    /** So many refreshes pass before sentinels are listened for again that were not heard the first time. */
    private static final int LISTEN_AGAIN = 10;

    private final Target finder;
    private final Members members;
    private final Asker asker;
    private String primaryName;
    private volatile Optional<Field> last = Optional.empty();
    private int sinceListened = LISTEN_AGAIN;

    Explorer(Target finder, Members members, Clock clock) {
        this.finder = finder;
        this.members = members;
        this.asker = new Asker(clock);
        this.primaryName = finder.endpoint().engine() == Engine.SENTINEL
                ? finder.endpoint().database()
                : "";
    }

    /** @throws FaultException the finder's own trouble, if nobody at all answers */
    synchronized Field look() throws FaultException {
        List<Member> toAsk = members.all();
        while (!toAsk.isEmpty()) {
            askAll(toAsk);
            toAsk = announcedBy(toAsk);
            if (toAsk.isEmpty()) {
                toAsk = heard();
            }
        }
        if (members.all().stream().noneMatch(Member::isHere)) {
            throw new FaultException(members.all().getFirst().fault().orElse(nobody()));
        }
        Field field = field();
        last = Optional.of(field);
        return field;
    }

    /** What was seen last, for who must not wait. */
    Optional<Field> last() {
        return last;
    }

    private Fault nobody() {
        return new Fault(FaultKind.UNREACHABLE, "nobody answers of those around " + finder.name());
    }

    private List<Member> announcedBy(List<Member> asked) {
        List<Member> fresh = new ArrayList<>();
        for (Member member : asked) {
            if (member.isHere()) {
                member.sight().ifPresent(sight -> fresh.addAll(members.meet(member, sight.announced())));
            }
        }
        return fresh;
    }

    /** Sentinels that are known only from what they say on the channel of a server that they watch. */
    private List<Member> heard() {
        sinceListened++;
        Optional<Member> mostWatched = members.all().stream()
                .filter(Member::isHere)
                .filter(member -> watchers(member) > 0)
                .max(Comparator.comparingLong(Explorer::watchers));
        if (mostWatched.isEmpty()
                || watchers(mostWatched.get()) <= members.sentinels()
                || sinceListened < LISTEN_AGAIN) {
            return List.of();
        }
        sinceListened = 0;
        List<Member> fresh = new ArrayList<>();
        for (Hello hello : Listener.hear(mostWatched.get().server(), watchers(mostWatched.get()))) {
            if (primaryName.isEmpty()) {
                primaryName = hello.name();
            }
            if (hello.name().equals(primaryName)) {
                fresh.addAll(members.meet(mostWatched.get(), List.of(new Sight.Announced(hello.sentinel(), true))));
            }
        }
        return fresh;
    }

    private static long watchers(Member member) {
        return member.sight()
                .filter(DataSight.class::isInstance)
                .map(sight -> ((DataSight) sight).watchers())
                .orElse(0L);
    }

    private void askAll(List<Member> toAsk) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<Member, Future<Sight>> answers = new LinkedHashMap<>();
            toAsk.forEach(member -> answers.put(member, threads.submit(() -> ask(member))));
            answers.forEach(Explorer::take);
        }
    }

    private Sight ask(Member member) throws FaultException {
        return member.isSentinel()
                ? member.server()
                        .probe(connected -> asker.sentinel(connected, primaryName, before(member), member.isEven()))
                : member.server().probe(asker::data);
    }

    private static Optional<SentinelSight> before(Member member) {
        return member.isHere()
                ? member.sight().filter(SentinelSight.class::isInstance).map(SentinelSight.class::cast)
                : Optional.empty();
    }

    private static void take(Member member, Future<Sight> answer) {
        try {
            member.answered(answer.get());
        } catch (ExecutionException e) {
            member.failed(
                    e.getCause() instanceof FaultException fault
                            ? fault.fault()
                            : new Fault(
                                    FaultKind.FAILED, "looking at " + member.address() + " broke: " + e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            member.failed(new Fault(FaultKind.UNREACHABLE, "looking at " + member.address() + " was broken off"));
        }
    }

    /** Addresses at which the same process answers, or answered when it last did, are one server. */
    private Field field() {
        Map<String, List<Member>> same = new LinkedHashMap<>();
        for (Member member : Belonging.of(members)) {
            String key =
                    member.sight().map(Sight::runId).filter(id -> !id.isEmpty()).orElse("at " + member.address());
            same.computeIfAbsent(key, one -> new ArrayList<>()).add(member);
        }
        List<Seen> seen = new ArrayList<>();
        same.values().forEach(group -> seen.add(seen(group, seen)));
        return new Field(seen, members.addresses());
    }

    private Seen seen(List<Member> group, List<Seen> others) {
        Member best = group.stream().filter(Member::isHere).findFirst().orElse(group.getFirst());
        String id = group.stream()
                .map(Member::id)
                .filter(one -> others.stream().noneMatch(other -> other.id().equals(one)))
                .findFirst()
                .orElse(best.address().toString());
        group.forEach(member -> member.id(id));
        List<HostPort> aliases = group.stream().map(Member::address).toList();
        return new Seen(
                id,
                best.address(),
                aliases,
                name(best, aliases, id),
                best.isSentinel(),
                best.sight(),
                best.fault(),
                best.fullSyncsSeen(),
                best.server());
    }

    /** A target that was given by its address only is called by the one that all the others know. */
    private String name(Member best, List<HostPort> aliases, String id) {
        boolean finders = finder.endpoint().hosts().size() == 1
                && aliases.contains(finder.endpoint().hosts().getFirst());
        String saved = finders ? finder.name() : best.server().target().name();
        return saved.contains("://") ? id : saved;
    }
}
