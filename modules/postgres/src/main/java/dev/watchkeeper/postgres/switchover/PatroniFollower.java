package dev.watchkeeper.postgres.switchover;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.HostPort;
import dev.watchkeeper.postgres.patroni.PatroniHold;
import dev.watchkeeper.postgres.patroni.PatroniMember;
import dev.watchkeeper.postgres.patroni.PatroniView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Watches a change of the leader by Patroni's own word, from whichever member answers, and tells what happens. */
final class PatroniFollower {
    private static final Duration STEP = Duration.ofMillis(200);

    private final PatroniHold hold;
    private final String old;
    private final String candidate;
    private final Consumer<String> tell;
    private final List<HostPort> apis = new ArrayList<>();
    private final Map<String, String> told = new HashMap<>();
    private Optional<PatroniView> last = Optional.empty();

    PatroniFollower(PatroniHold hold, String old, String candidate, Consumer<String> tell) {
        this.hold = hold;
        this.old = old;
        this.candidate = candidate;
        this.tell = tell;
        // the new leader's API first: the old one's may be busy
        hold.view().member(candidate).map(PatroniMember::api).ifPresent(apis::add);
        apis.add(hold.api());
        hold.view().members().stream()
                .map(PatroniMember::api)
                .filter(Objects::nonNull)
                .filter(api -> !apis.contains(api))
                .forEach(apis::add);
        hold.view().members().forEach(member -> told.put(member.name(), state(member)));
    }

    void followWhile(BooleanSupplier goesOn) {
        while (goesOn.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
            look();
            Waiting.pause(STEP);
        }
        look();
    }

    boolean awaitLeader(Duration limit) {
        return await(limit, this::leads);
    }

    /** Until all others stream from the new leader, on its timeline. */
    void awaitAll(Duration limit) {
        await(limit, () -> missing().isEmpty());
    }

    boolean leads() {
        return last.flatMap(PatroniView::leader)
                .filter(leader -> leader.name().equals(candidate))
                .isPresent();
    }

    /** Those that don't follow the new leader yet, with what they do instead. */
    List<String> missing() {
        PatroniView view = last.orElse(null);
        if (view == null) {
            return List.of("all: Patroni doesn't answer");
        }
        Integer timeline = view.leader().map(PatroniMember::timeline).orElse(null);
        List<String> missing = new ArrayList<>();
        for (PatroniMember before : hold.view().members()) {
            PatroniMember now = view.member(before.name()).orElse(null);
            if (before.name().equals(candidate)) {
                continue;
            }
            if (now == null) {
                missing.add(before.name() + " (gone)");
            } else if (!now.runs() || !Objects.equals(now.timeline(), timeline)) {
                missing.add(before.name() + " (" + state(now) + ")");
            }
        }
        return missing;
    }

    private boolean await(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < deadline && !Thread.currentThread().isInterrupted()) {
            look();
            if (condition.getAsBoolean()) {
                return true;
            }
            Waiting.pause(STEP);
        }
        return false;
    }

    private void look() {
        for (HostPort api : List.copyOf(apis)) {
            try {
                PatroniView view = hold.client().cluster(api);
                last = Optional.of(view);
                view.members().forEach(this::news);
                return;
            } catch (FaultException next) {
                // it may be restarting: it is asked last from now on
                apis.remove(api);
                apis.add(api);
            }
        }
    }

    private void news(PatroniMember member) {
        String state = state(member);
        if (!state.equals(told.put(member.name(), state))) {
            tell.accept(member.name() + (member.name().equals(old) ? ", the old leader, is " : " is ") + state);
        }
    }

    private static String state(PatroniMember member) {
        String timeline = member.timeline() == null ? "" : ", timeline " + member.timeline();
        return member.role().words() + ", " + member.state() + timeline;
    }
}
