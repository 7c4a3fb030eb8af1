package dev.watchkeeper.postgres.replication.act;

import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.sql.Quoting;
import dev.watchkeeper.postgres.sql.Rows;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;

/** Drops a replication slot that nobody uses. */
final class DropSlot extends MemberAction {
    private static final SqlFile DROP = SqlFile.of(DropSlot.class, "drop_slot");
    private static final SqlFile EXISTS = SqlFile.of(DropSlot.class, "slot_exists");

    private final String slot;
    private final String type;
    private final String preview;
    private final Danger danger;

    /** @param type {@code physical} or {@code logical}, as it was seen */
    DropSlot(Member member, String slot, String type, String preview, Danger danger) {
        super(member);
        this.slot = slot;
        this.type = type;
        this.preview = preview;
        this.danger = danger;
    }

    @Override
    public String name() {
        return "drop-slot";
    }

    @Override
    public String preview() {
        return preview;
    }

    @Override
    public String statement() {
        return DROP.filled(Quoting.literal(slot), Quoting.literal(type), Quoting.literal(member().system()));
    }

    @Override
    public Danger danger() {
        return danger;
    }

    @Override
    public Outcome run() throws FaultException {
        long start = System.nanoTime();
        if (!act(DROP, slot, type, member().system())) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    active().map(used ->
                                    "slot " + slot + (used ? " is in use again" : " is not the one that was meant"))
                            .orElse("there is no slot " + slot + " any more"),
                    "Nothing was done");
        }
        boolean gone = active().isEmpty();
        return new Outcome(
                gone, (gone ? "gone after " : "it is still there after ") + Spans.words(since(start)), since(start));
    }

    /** Whether it is in use; empty if there is none. */
    private Optional<Boolean> active() throws FaultException {
        return server().look(connected -> {
            try (PreparedStatement statement = connected.prepare(EXISTS)) {
                statement.setString(1, slot);
                try (ResultSet result = statement.executeQuery()) {
                    Rows rows = new Rows(result);
                    return rows.next() ? Optional.of(rows.flag("active")) : Optional.<Boolean>empty();
                }
            }
        });
    }
}
