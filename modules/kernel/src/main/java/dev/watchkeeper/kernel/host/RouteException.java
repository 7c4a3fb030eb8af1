package dev.watchkeeper.kernel.host;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The host on the way to a server can't be reached, or does not let anybody through. */
public final class RouteException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    public RouteException(FaultException trouble) {
        super(trouble.fault().message(), trouble);
        this.fault = trouble.fault();
    }

    public Fault fault() {
        return fault;
    }

    /** What was wrong with the route, if that is behind a driver's exception. */
    public static Optional<Fault> behind(@Nullable Throwable trouble) {
        return Stream.iterate(trouble, one -> one != null, Throwable::getCause)
                .limit(20)
                .filter(RouteException.class::isInstance)
                .map(one -> ((RouteException) one).fault())
                .findFirst();
    }
}
