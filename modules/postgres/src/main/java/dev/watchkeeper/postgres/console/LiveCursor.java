package dev.watchkeeper.postgres.console;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.text.Spans;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A result whose rows wait on the server until somebody wants them. Not for ever: as long as they do, vacuum waits too. */
final class LiveCursor implements RowCursor {
    /** So long nobody may want anything. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** A page ends early when it has so many characters. */
    private static final long PAGE = 4_000_000;

    private final SqlConsole console;
    private final Execution execution;
    private final List<Column> columns;
    private final Thread watch;
    private volatile long usedAt = System.nanoTime();
    private volatile boolean atEnd;
    private volatile @Nullable String gone;

    LiveCursor(SqlConsole console, Execution execution, List<Column> columns) {
        this.console = console;
        this.execution = execution;
        this.columns = List.copyOf(columns);
        this.watch = Thread.ofVirtual().name("open-result").start(this::closeWhenForgotten);
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public Page next(int atMost) throws FaultException {
        if (atEnd) {
            return new Page(List.of(), true);
        }
        console.begin();
        try {
            requireOpen();
            return read(atMost);
        } catch (StatementFault e) {
            gone = e.fault().message();
            throw e;
        } finally {
            usedAt = System.nanoTime();
            console.end();
        }
    }

    private Page read(int atMost) throws FaultException {
        List<Row> rows = new ArrayList<>(Math.min(atMost, 1000));
        long characters = 0;
        while (rows.size() < atMost && characters < PAGE) {
            Row row = execution.next();
            if (row == null) {
                break;
            }
            rows.add(row);
            characters += row.characters();
        }
        if (execution.isAtEnd()) {
            execution.finish();
            end();
        }
        return new Page(rows, atEnd);
    }

    private void requireOpen() throws FaultException {
        String why = gone;
        if (why != null) {
            throw new FaultException(
                    FaultKind.CONFLICT, "the rest of the result is gone: " + why, "Run the statement again");
        }
    }

    @Override
    public long dropped() {
        return 0;
    }

    @Override
    public Timing timing() {
        return execution.timing();
    }

    /** If a statement is running, it is that one's business: this result was given up before it began. */
    @Override
    public void close() {
        if (!atEnd && console.beginIfFree()) {
            try {
                giveUp("it was closed");
            } finally {
                console.end();
            }
        }
    }

    /** Only with the console's place taken. */
    void giveUp(String why) {
        if (!atEnd && gone == null) {
            gone = why;
            execution.giveUp();
            LockSupport.unpark(watch);
        }
    }

    private void end() {
        atEnd = true;
        LockSupport.unpark(watch);
    }

    private void closeWhenForgotten() {
        while (!atEnd && gone == null) {
            long left = PATIENCE.toNanos() - (System.nanoTime() - usedAt);
            if (left > 0) {
                LockSupport.parkNanos(left);
            } else if (console.beginIfFree()) {
                try {
                    giveUp("nobody read on for " + Spans.words(PATIENCE) + ", and its transaction kept vacuum waiting");
                } finally {
                    console.end();
                }
            } else {
                LockSupport.parkNanos(PATIENCE.toNanos() / 10);
            }
        }
    }
}
