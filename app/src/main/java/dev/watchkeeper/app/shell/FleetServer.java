package dev.watchkeeper.app.shell;

import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.poll.Poll;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.kernel.target.Target;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One server of the fleet, and what is known of how it is. Lives on the FX thread. */
final class FleetServer {
    /** How it is; each has its own shape and colour. */
    enum Health {
        /** Not connected: nobody has asked. */
        OFF("not connected"),
        ASKING("connecting"),
        WELL("well"),
        /** It answers, but says no. */
        WATCH("needs attention"),
        TROUBLE("in trouble");

        private final String words;

        Health(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Target target;
    private final ObjectProperty<Health> health = new SimpleObjectProperty<>(Health.OFF);
    private final StringProperty note = new SimpleStringProperty("");
    private final StringProperty role = new SimpleStringProperty("");
    private final ObjectProperty<Optional<ServerVersion>> version = new SimpleObjectProperty<>(Optional.empty());

    FleetServer(Target target) {
        this.target = target;
    }

    Target target() {
        return target;
    }

    ObjectProperty<Health> healthProperty() {
        return health;
    }

    /** At the right of its name: role, version or since when it is off. */
    StringProperty noteProperty() {
        return note;
    }

    ObjectProperty<Optional<ServerVersion>> versionProperty() {
        return version;
    }

    void connecting() {
        if (health.get() == Health.OFF) {
            health.set(Health.ASKING);
            note.set("connecting…");
        }
    }

    void disconnected() {
        health.set(Health.OFF);
        note.set("");
    }

    void learned(String newRole) {
        role.set(newRole);
    }

    /** Takes note of what one of its panes was answered. */
    void answered(Poll<?> poll) {
        switch (poll) {
            case Poll.Fresh<?> fresh -> {
                health.set(Health.WELL);
                version.set(Optional.of(fresh.snapshot().version()));
                note.set(role.get().isEmpty() ? fresh.snapshot().version().full() : role.get());
            }
            case Poll.Unavailable<?> unavailable -> {
                health.set(Health.WATCH);
                note.set("not supported");
            }
            case Poll.Failed<?> failed -> {
                boolean refused = failed.fault().kind() == FaultKind.DENIED;
                health.set(refused ? Health.WATCH : Health.TROUBLE);
                note.set((refused ? "denied since " : "off since ")
                        + TIME.format(failed.since().atZone(ZoneId.systemDefault())));
            }
        }
    }
}
