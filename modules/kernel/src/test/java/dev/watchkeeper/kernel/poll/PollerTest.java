package dev.watchkeeper.kernel.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Asking again and again. What should not happen is watched for during many ticks of another subscription. */
class PollerTest {
    private static final Duration SHORT = Duration.ofMillis(5);
    private static final Duration NEVER = Duration.ofDays(1);

    private final Poller poller = new Poller(Clock.systemUTC());
    private final ScriptedProbe probe = new ScriptedProbe();
    private final BlockingQueue<Poll<Integer>> polls = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        poller.close();
    }

    @Test
    void asksAtOnceAndThenAtEveryTick() throws InterruptedException {
        poller.subscribe(probe, SHORT, polls::add);

        assertThat(List.of(value(), value(), value())).containsExactly(1, 2, 3);
    }

    @Test
    void ticksStandAtWholeMultiplesOfTheInterval() throws InterruptedException {
        List<Long> asked = new CopyOnWriteArrayList<>();
        Duration interval = Duration.ofMillis(200);
        probe.answers(asking -> {
            asked.add(System.currentTimeMillis());
            return asking;
        });
        poller.subscribe(probe, interval, polls::add);
        for (int i = 0; i < 4; i++) {
            value();
        }

        poller.close();
        assertThat(asked.subList(1, 4)).doesNotHaveDuplicates();
        for (int i = 2; i < 4; i++) {
            assertThat(asked.get(i) / interval.toMillis()).isGreaterThan(asked.get(i - 1) / interval.toMillis());
        }
    }

    @Test
    void asksWhenSomebodyWantsItAndNotBefore() throws InterruptedException {
        Subscription<Integer> subscription = poller.subscribe(probe, NEVER, polls::add);
        assertThat(value()).isEqualTo(1);
        manyTicksElsewhere();
        assertThat(probe.asked()).isEqualTo(1);

        subscription.refreshNow();

        assertThat(value()).isEqualTo(2);
        manyTicksElsewhere();
        assertThat(probe.asked()).isEqualTo(2);
    }

    @Test
    void aPausedSubscriptionOnlyAsksWhenSomebodyWantsIt() throws InterruptedException {
        Subscription<Integer> subscription = poller.subscribe(probe, SHORT, polls::add);
        value();
        subscription.pause(true);
        manyTicksElsewhere();
        polls.clear();
        int before = probe.asked();
        manyTicksElsewhere();
        assertThat(probe.asked()).isEqualTo(before);

        subscription.refreshNow();
        assertThat(value()).isEqualTo(before + 1);
        manyTicksElsewhere();
        assertThat(probe.asked()).isEqualTo(before + 1);

        subscription.pause(false);
        assertThat(value()).isEqualTo(before + 2);
        assertThat(value()).isEqualTo(before + 3);
    }

    @Test
    void aNewIntervalCountsAtOnce() throws InterruptedException {
        Subscription<Integer> subscription = poller.subscribe(probe, NEVER, polls::add);
        assertThat(value()).isEqualTo(1);

        subscription.interval(SHORT);
        assertThat(value()).isEqualTo(2);
        assertThat(value()).isEqualTo(3);

        subscription.interval(NEVER);
        manyTicksElsewhere();
        int after = probe.asked();
        manyTicksElsewhere();
        assertThat(probe.asked()).isEqualTo(after);
    }

    @Test
    void goesOnAskingAServerThatIsAway() throws InterruptedException {
        probe.fails(FaultKind.UNREACHABLE);
        poller.subscribe(probe, SHORT, polls::add);
        assertThat(next()).isInstanceOf(Poll.Failed.class);
        assertThat(next()).isInstanceOf(Poll.Failed.class);

        probe.answers(asking -> asking);

        Poll<Integer> poll = next();
        while (poll instanceof Poll.Failed<Integer>) {
            poll = next();
        }
        assertThat(poll).isInstanceOf(Poll.Fresh.class);
    }

    @Test
    void stopsAskingWhatIsDeniedOrUnsupportedUntilSomebodyWantsIt() throws InterruptedException {
        for (FaultKind kind : List.of(FaultKind.DENIED, FaultKind.UNSUPPORTED, FaultKind.BAD_INPUT)) {
            ScriptedProbe refused = new ScriptedProbe().fails(kind);
            Subscription<Integer> subscription = poller.subscribe(refused, SHORT, polls::add);
            next();
            manyTicksElsewhere();
            assertThat(refused.asked()).as(kind.label()).isEqualTo(1);

            refused.answers(asking -> asking);
            subscription.refreshNow();

            assertThat(value()).isEqualTo(2);
            assertThat(value()).as("and then at every tick").isEqualTo(3);
            subscription.close();
            polls.clear();
        }
    }

    @Test
    void questionsNeverOverlap() throws InterruptedException {
        AtomicInteger atWork = new AtomicInteger();
        AtomicBoolean overlapped = new AtomicBoolean();
        CountDownLatch free = new CountDownLatch(1);
        probe.answers(asking -> {
            overlapped.compareAndSet(false, atWork.incrementAndGet() > 1);
            await(free);
            atWork.decrementAndGet();
            return asking;
        });
        Subscription<Integer> subscription = poller.subscribe(probe, SHORT, polls::add);
        manyTicksElsewhere();
        subscription.refreshNow();
        manyTicksElsewhere();
        assertThat(probe.asked()).isEqualTo(1);

        free.countDown();

        assertThat(List.of(value(), value())).containsExactly(1, 2);
        assertThat(overlapped).isFalse();
    }

    @Test
    void oneThatHangsKeepsNobodyWaiting() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        ScriptedProbe stuck = new ScriptedProbe().answers(asking -> {
            await(never);
            return asking;
        });
        for (int i = 0; i < 200; i++) {
            poller.subscribe(stuck, SHORT, polls::add);
        }

        manyTicksElsewhere();

        assertThat(polls).isEmpty();
    }

    @Test
    void nobodyHearsAnythingAfterClosing() throws InterruptedException {
        CountDownLatch asking = new CountDownLatch(2);
        CountDownLatch free = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        probe.answers(count -> {
            asking.countDown();
            if (count == 2) {
                awaitUninterrupted(free);
                answered.countDown();
            }
            return count;
        });
        Subscription<Integer> subscription = poller.subscribe(probe, SHORT, polls::add);
        assertThat(value()).isEqualTo(1);
        assertThat(asking.await(30, TimeUnit.SECONDS)).isTrue();

        subscription.close();
        free.countDown();

        assertThat(answered.await(30, TimeUnit.SECONDS)).isTrue();
        manyTicksElsewhere();
        assertThat(polls).isEmpty();
        assertThat(probe.asked()).isEqualTo(2);
    }

    /** Twenty ticks of a subscription as fast as those of the tests: time enough for what should not happen. */
    private void manyTicksElsewhere() throws InterruptedException {
        CountDownLatch ticks = new CountDownLatch(20);
        Subscription<Integer> other = poller.subscribe(new ScriptedProbe(), SHORT, poll -> ticks.countDown());
        try {
            assertThat(ticks.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            other.close();
        }
    }

    private int value() throws InterruptedException {
        return ((Poll.Fresh<Integer>) next()).snapshot().value();
    }

    private Poll<Integer> next() throws InterruptedException {
        @Nullable Poll<Integer> poll = polls.poll(30, TimeUnit.SECONDS);
        assertThat(poll).as("an answer").isNotNull();
        return Objects.requireNonNull(poll);
    }

    private static void await(CountDownLatch latch) throws FaultException {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new FaultException(FaultKind.UNREACHABLE, "interrupted", "");
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
