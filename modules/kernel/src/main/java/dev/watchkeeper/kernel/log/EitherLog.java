package dev.watchkeeper.kernel.log;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.util.Optional;

/**
 * A log that can be read in two ways: by the second where the first leads nowhere. It stays with the way that led somewhere,
 * and says why it was not the first.
 */
public final class EitherLog implements LogSource {
    private final LogSource first;
    private final LogSource second;
    private Optional<LogSource> found = Optional.empty();
    private Optional<Fault> notFirst = Optional.empty();

    public EitherLog(LogSource first, LogSource second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public LogReading read(long back, long most, LogSink into) throws FaultException {
        if (found.isPresent()) {
            try {
                return told(found.get().read(back, most, into));
            } catch (FaultException e) {
                if (e.fault().kind().mayPass()) {
                    throw e; // it reads on there when that is over
                }
            }
        }
        return searched(back, most, into);
    }

    private LogReading searched(long back, long most, LogSink into) throws FaultException {
        restart();
        Fault refusal;
        try {
            LogReading reading = first.read(back, most, into);
            found = Optional.of(first);
            return reading;
        } catch (FaultException e) {
            refusal = e.fault();
        }
        try {
            LogReading reading = second.read(back, most, into);
            found = Optional.of(second);
            notFirst = Optional.of(refusal);
            return told(reading);
        } catch (FaultException e) {
            throw new FaultException(both(refusal, e.fault()), e);
        }
    }

    private LogReading told(LogReading reading) {
        return notFirst.map(reading::insteadOf).orElse(reading);
    }

    /** As long as one of them may pass by itself, it is worth asking again. */
    private static Fault both(Fault one, Fault other) {
        FaultKind kind = one.kind().mayPass() ? one.kind() : other.kind();
        String advice = (one.advice().isEmpty() ? "" : one.advice() + ". ") + other.advice();
        return new Fault(kind, one.message() + "; " + other.message(), advice.strip());
    }

    @Override
    public void restart() {
        first.restart();
        second.restart();
        found = Optional.empty();
        notFirst = Optional.empty();
    }
}
