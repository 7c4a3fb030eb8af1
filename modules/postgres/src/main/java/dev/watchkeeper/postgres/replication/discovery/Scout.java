package dev.watchkeeper.postgres.replication.discovery;

import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.AddressMap;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Finds the members of a cluster, and asks each of them once in every refresh. Within one refresh it goes on from what the
 * members say until nobody new turns up. Who was once found stays a member. For one thread, but for {@link #lend}.
 */
public final class Scout {
    /** A chain of standbys is as long at most, in one refresh. */
    private static final int ROUNDS = 12;

    private static final int MOST = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration IN_ALL = Duration.ofSeconds(8);

    private final Ground ground;
    private final Followers followers;
    private final Leads leads;
    private final Roster roster;
    private final Queue<HostPort> lent = new ConcurrentLinkedQueue<>();
    private CompletableFuture<List<Hint>> asksForHints = CompletableFuture.completedFuture(List.of());

    public Scout(Ground ground) {
        boolean direct = ground.finder().placement().ssh().isEmpty();
        Places places =
                new Places(AddressMap.of(ground.finder().endpoint()), direct ? Places.ownAddresses() : Set.of());
        Kinship kinship = new Kinship(places);
        this.ground = ground;
        this.followers = new Followers(places, kinship);
        this.leads = new Leads(ground.saved(), direct, places, followers);
        this.roster = new Roster(ground, places, kinship);
    }

    /** Which walsender serves which member. */
    public Followers followers() {
        return followers;
    }

    /** From the next refresh on, that address may be entered with the finder's password; thread-safe. */
    public void lend(HostPort address) {
        ground.doors().lend(ground.finder(), address);
        lent.add(address);
    }

    /** All members there are, the finder first. */
    public List<Sighting> look() {
        long start = System.nanoTime();
        for (HostPort address = lent.poll(); address != null; address = lent.poll()) {
            roster.forgive(address);
        }
        ground.seeds().forEach(roster::seed);
        beginHints();
        askMembers();
        takeHints();
        Set<HostPort> spokenOf = new HashSet<>();
        for (int round = 0; round < ROUNDS && roster.members().size() < MOST; round++) {
            List<Lead> all = leads.from(roster.sightings(), roster.hints());
            all.stream().filter(Lead::told).map(Lead::address).forEach(spokenOf::add);
            List<Lead> fresh =
                    all.stream().filter(lead -> roster.isNews(lead.address())).toList();
            if (fresh.isEmpty() || System.nanoTime() - start > IN_ALL.toNanos()) {
                break;
            }
            follow(fresh);
        }
        roster.forget(spokenOf);
        roster.forgiveIfNobodyAnswers();
        return roster.sightings();
    }

    private void askMembers() {
        List<Member> asked =
                roster.members().stream().filter(Member::mayBeAsked).toList();
        boolean first = asked.stream().allMatch(member -> member.last() == null);
        // as long as nobody has answered there is nothing to show either
        await(asked.stream().map(Member::contact).toList(), first ? IN_ALL : PATIENCE);
        asked.forEach(member -> member.learn(member.contact().take()));
        roster.settle();
    }

    private void follow(List<Lead> fresh) {
        List<Contact> contacts =
                fresh.stream().map(lead -> new Contact(ground, lead.address())).toList();
        await(contacts, PATIENCE);
        for (int i = 0; i < fresh.size(); i++) {
            Contact contact = contacts.get(i);
            Answer answer = contact.take();
            if (answer.reading() != null) {
                roster.admit(contact, answer);
            } else if (fresh.get(i).told() || isTheOnlyOne(answer, fresh.get(i), fresh)) {
                roster.admitSilent(contact, answer);
            } else {
                answer.fault().ifPresent(fault -> roster.putAside(contact, fault));
            }
        }
        roster.settle();
    }

    /** A guess that was refused, where a walsender's client must be: that will be it. */
    private static boolean isTheOnlyOne(Answer answer, Lead lead, List<Lead> fresh) {
        boolean denied =
                answer.fault().map(fault -> fault.kind() == FaultKind.DENIED).orElse(false);
        return denied
                && !Places.isLoopback(lead.address().host())
                && fresh.stream()
                                .filter(other -> other.address()
                                        .host()
                                        .equals(lead.address().host()))
                                .count()
                        <= 2;
    }

    /** Asks all at once, and waits no longer than patience allows. */
    private static void await(Collection<Contact> contacts, Duration patience) {
        waitFor(
                CompletableFuture.allOf(contacts.stream().map(Contact::begin).toArray(CompletableFuture<?>[]::new)),
                patience);
    }

    private static void waitFor(CompletableFuture<?> answer, Duration patience) {
        try {
            answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            // whoever has not answered yet is asked on; what is taken then says how long it has been
        } catch (ExecutionException broken) {
            throw new IllegalStateException("asking a member broke", broken.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void beginHints() {
        if (asksForHints.isDone()) {
            List<MemberReading> seen = roster.members().stream()
                    .map(Member::last)
                    .filter(Objects::nonNull)
                    .toList();
            asksForHints = CompletableFuture.supplyAsync(() -> ground.hints().find(seen), Thread::startVirtualThread);
        }
    }

    private void takeHints() {
        waitFor(asksForHints, roster.members().isEmpty() ? IN_ALL : PATIENCE);
        if (asksForHints.isDone()) {
            roster.hints(asksForHints.join());
        }
    }
}
