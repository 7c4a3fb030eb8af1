package dev.watchkeeper.postgres.replication.act;

import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.sql.Quoting;
import dev.watchkeeper.postgres.sql.SqlFile;

/** Makes a replication slot. */
final class CreateSlot extends MemberAction {
    private static final SqlFile PHYSICAL = SqlFile.of(CreateSlot.class, "create_physical_slot");
    private static final SqlFile LOGICAL = SqlFile.of(CreateSlot.class, "create_logical_slot");

    private final String slot;
    private final String plugin;
    private final String preview;

    /** @param plugin empty for a physical slot */
    CreateSlot(Member member, String slot, String plugin, String preview) {
        super(member);
        this.slot = slot;
        this.plugin = plugin;
        this.preview = preview;
    }

    /** Throws BAD_INPUT for what the server would refuse (documentation: replication slots). */
    static void checkName(String name) throws FaultException {
        if (!name.matches("[a-z0-9_]{1,63}")) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    "a slot can't be called " + (name.isEmpty() ? "nothing" : name),
                    "Its name has 1 to 63 lower case letters, digits and underscores");
        }
    }

    @Override
    public String name() {
        return "create-slot";
    }

    @Override
    public String preview() {
        return preview;
    }

    @Override
    public String statement() {
        String system = Quoting.literal(member().system());
        return plugin.isEmpty()
                ? PHYSICAL.filled(Quoting.literal(slot), system)
                : LOGICAL.filled(Quoting.literal(slot), Quoting.literal(plugin), system);
    }

    @Override
    public Danger danger() {
        return Danger.ORDINARY;
    }

    @Override
    public Outcome run() throws FaultException {
        long start = System.nanoTime();
        boolean acted = plugin.isEmpty()
                ? act(PHYSICAL, slot, member().system())
                : act(LOGICAL, slot, plugin, member().system());
        if (!acted) {
            throw Standing.changed(member().name(), plugin.isEmpty() ? "that server" : "that primary");
        }
        return new Outcome(true, slot + " is there after " + Spans.words(since(start)), since(start));
    }
}
