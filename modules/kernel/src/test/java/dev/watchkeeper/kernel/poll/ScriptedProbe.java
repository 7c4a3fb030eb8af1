package dev.watchkeeper.kernel.poll;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** A probe that answers as a test has told it; its value is how often it was asked. Thread-safe. */
final class ScriptedProbe implements Probe<Integer> {
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Answer answer = asking -> asking;

    /** What one asking comes to. */
    @FunctionalInterface
    interface Answer {
        int to(int asking) throws FaultException;
    }

    ScriptedProbe answers(Answer how) {
        answer = how;
        return this;
    }

    ScriptedProbe fails(FaultKind kind) {
        return answers(asking -> {
            throw new FaultException(new Fault(kind, "asking " + asking));
        });
    }

    int asked() {
        return asked.get();
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public Snapshot<Integer> read() throws FaultException {
        int value = answer.to(asked.incrementAndGet());
        return new Snapshot<>(value, Instant.EPOCH, ServerVersion.parse("18.6"), Cost.NONE);
    }
}
