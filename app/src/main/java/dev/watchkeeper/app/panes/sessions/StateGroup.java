package dev.watchkeeper.app.panes.sessions;

import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.postgres.sessions.Session;
import dev.watchkeeper.postgres.sessions.SessionState;

/** What clients do, as the chips above the table tell it. */
enum StateGroup {
    /** It wants a lock that somebody else has. */
    WAITING("waiting for a lock", Tone.RED),
    ACTIVE("active", Tone.GREEN),
    IN_TRANSACTION("idle in transaction", Tone.AMBER),
    IDLE("idle", Tone.NEUTRAL),
    OTHER("other", Tone.NEUTRAL);

    private final String label;
    private final Tone tone;

    StateGroup(String label, Tone tone) {
        this.label = label;
        this.tone = tone;
    }

    String label() {
        return label;
    }

    /** Short, for a chip. */
    String chip() {
        return switch (this) {
            case WAITING -> "waiting";
            case IN_TRANSACTION -> "idle in tx";
            default -> label;
        };
    }

    Tone tone() {
        return tone;
    }

    /** Each session is in one group only: who waits for a lock is not counted as active. */
    static StateGroup of(Session session) {
        if ("Lock".equals(session.waitEventType())) {
            return WAITING;
        }
        if (session.state().isIdleInTransaction()) {
            return IN_TRANSACTION;
        }
        return switch (session.state()) {
            case ACTIVE, FASTPATH -> ACTIVE;
            case IDLE -> IDLE;
            default -> OTHER;
        };
    }

    /** The colour of the state itself. */
    static Tone tone(SessionState state) {
        if (state.isIdleInTransaction()) {
            return Tone.AMBER;
        }
        return state == SessionState.ACTIVE || state == SessionState.FASTPATH ? Tone.GREEN : Tone.NEUTRAL;
    }
}
