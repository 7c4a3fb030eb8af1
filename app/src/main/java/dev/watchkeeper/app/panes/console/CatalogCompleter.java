package dev.watchkeeper.app.panes.console;

import dev.watchkeeper.app.controls.sql.Completer;
import dev.watchkeeper.app.shell.PaneContext;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.postgres.catalog.Catalog;
import dev.watchkeeper.postgres.catalog.CatalogReader;
import dev.watchkeeper.postgres.catalog.Completion;
import dev.watchkeeper.postgres.catalog.Completions;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Proposes names from the server's catalog. It is read when it is first needed, on the connection of probes, so that a
 * statement under way keeps nobody from completing; and anew after a while.
 */
final class CatalogCompleter implements Completer {
    private static final Duration FRESH = Duration.ofMinutes(2);
    /** More are not looked through by anybody. */
    private static final int SHOWN = 200;

    private final PaneContext context;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Optional<Catalog> known = Optional.empty();
    private volatile Instant readAt = Instant.EPOCH;

    CatalogCompleter(PaneContext context) {
        this.context = context;
    }

    @Override
    public void complete(String text, int caret, Consumer<Proposals> answer) {
        context.background("complete", () -> {
            Optional<Catalog> catalog = catalog();
            if (catalog.isPresent()) {
                Proposals proposals = proposals(Completion.at(text, caret, catalog.get()));
                context.fx().run(() -> answer.accept(proposals));
            }
        });
    }

    private Optional<Catalog> catalog() {
        reading.lock();
        try {
            Instant now = context.clock().instant();
            if (known.isEmpty() || Duration.between(readAt, now).compareTo(FRESH) > 0) {
                known = Optional.of(context.postgres().probe(new CatalogReader()));
                readAt = now;
            }
        } catch (FaultException e) {
            // names are a help and no more: running a statement will tell what is wrong
            readAt = Instant.EPOCH;
        } finally {
            reading.unlock();
        }
        return known;
    }

    /** What was read may be wrong now. */
    void forget() {
        readAt = Instant.EPOCH;
    }

    private static Proposals proposals(Completions found) {
        return new Proposals(
                found.from(),
                found.proposals().stream()
                        .limit(SHOWN)
                        .map(one ->
                                new Proposal(one.insert(), one.kind().name().toLowerCase(Locale.ROOT), one.detail()))
                        .toList());
    }
}
