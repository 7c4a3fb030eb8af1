package dev.watchkeeper.redis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Looks at what goes wrong. */
public final class Faulty {
    private Faulty() {}

    /** The fault that the call ends with; a test that fails if it ends well, or with anything else. */
    public static Fault of(ThrowingCallable call) {
        return exceptionOf(call).fault();
    }

    public static FaultException exceptionOf(ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isInstanceOf(FaultException.class);
        return (FaultException) thrown;
    }

    /** All that a log would show of it, causes too. */
    public static String trace(FaultException e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text, true));
        return e.fault() + "\n" + text;
    }
}
