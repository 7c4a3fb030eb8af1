package dev.watchkeeper.redis.console;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.redis.connect.RespLine;
import dev.watchkeeper.redis.resp.Reply;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** One command and what comes back, each kind read in its own way. */
final class Exchange {
    /** What the network and the server are given on top, before the line is taken for broken. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final RespLine line;
    private final Bounds bounds;
    private final Consumer<Reply> arriving;

    Exchange(RespLine line, Bounds bounds, Consumer<Reply> arriving) {
        this.line = line;
        this.bounds = bounds;
        this.arriving = arriving;
    }

    /** How long the line may be silent. */
    static Duration patience(Waits waits, Bounds bounds) {
        return switch (waits) {
            case NOT -> bounds.answer();
            case FOR_OTHERS -> bounds.waiting().plus(GRACE);
            case LISTENS, MONITORS -> bounds.listening().plus(GRACE);
        };
    }

    Reply run(Underway underway, ConsoleCommand command) throws FaultException {
        line.send(command.words());
        return switch (underway.waits()) {
            case NOT -> answer();
            case FOR_OTHERS -> {
                underway.watch(bounds.waiting(), "woken up after " + Spans.words(bounds.waiting()));
                yield answer();
            }
            case LISTENS -> {
                underway.watch(bounds.listening(), "ended after " + Spans.words(bounds.listening()));
                yield listen();
            }
            case MONITORS -> {
                underway.watch(bounds.listening(), "ended after " + Spans.words(bounds.listening()));
                yield monitor(underway);
            }
        };
    }

    private Reply answer() throws FaultException {
        while (true) {
            Reply reply = line.read();
            if (!(reply instanceof Reply.Push)) {
                return reply;
            }
            arriving.accept(reply);
        }
    }

    /** Until the server says that no channel is left. */
    private Reply listen() throws FaultException {
        long messages = 0;
        while (true) {
            Reply reply = line.read();
            List<Reply> parts = reply.parts();
            if (parts.size() < 3) {
                return reply;
            }
            arriving.accept(reply);
            String kind = parts.getFirst().text();
            if (kind.endsWith("message")) {
                messages++;
            } else if (kind.endsWith("unsubscribe") && parts.get(2).number() == 0) {
                return new Reply.Status(Sizes.of(messages, "message", "messages"));
            }
        }
    }

    /** Until the line is closed on this side. */
    private Reply monitor(Underway underway) throws FaultException {
        Reply first = line.read();
        if (first.isFailure()) {
            return first;
        }
        long commands = 0;
        try {
            while (true) {
                arriving.accept(line.read());
                commands++;
            }
        } catch (FaultException e) {
            if (underway.stopped().isEmpty()) {
                throw e;
            }
            return new Reply.Status(Sizes.of(commands, "command", "commands"));
        }
    }
}
