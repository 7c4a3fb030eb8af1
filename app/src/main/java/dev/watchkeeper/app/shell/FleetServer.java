package dev.watchkeeper.app.shell;

import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.poll.Poll;
import dev.watchkeeper.kernel.poll.ServerVersion;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.kernel.topology.Severity;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One server of the fleet, and what is known of how it is. Lives on the FX thread. */
final class FleetServer {
    /** How it is; each has its own shape and colour. The worst comes last. */
    enum Health {
        /** Not connected: nobody has asked. */
        OFF("not connected"),
        ASKING("connecting"),
        WELL("well"),
        /** It answers, but says no; or somebody should look at it today. */
        WATCH("needs attention"),
        TROUBLE("in trouble");

        private final String words;

        Health(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        Health or(Health other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    /**
     * What the topology of its cluster says of it.
     *
     * @param role in a word or two
     * @param connected whether it answered there
     */
    record Place(String role, Severity severity, boolean connected) {
        private Health health() {
            return switch (severity) {
                case CRITICAL -> Health.TROUBLE;
                case WARNING -> Health.WATCH;
                case NONE -> connected ? Health.WELL : Health.OFF;
            };
        }
    }

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Target target;
    private final ObjectProperty<Health> health = new SimpleObjectProperty<>(Health.OFF);
    private final StringProperty note = new SimpleStringProperty("");
    private final ObjectProperty<Optional<ServerVersion>> version = new SimpleObjectProperty<>(Optional.empty());
    private Health own = Health.OFF;
    private String trouble = "";
    private String role = "";
    private Optional<Place> place = Optional.empty();

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

    /** Whether it has not been connected for itself. */
    boolean isOff() {
        return own == Health.OFF;
    }

    void connecting() {
        if (own == Health.OFF) {
            own = Health.ASKING;
            show();
        }
    }

    void disconnected() {
        own = Health.OFF;
        trouble = "";
        show();
    }

    void learned(String newRole) {
        role = newRole;
    }

    /** Where its cluster has it; empty if it is in none, as far as one knows. */
    void placed(Optional<Place> newPlace) {
        if (!place.equals(newPlace)) {
            place = newPlace;
            show();
        }
    }

    /** What comes from the history or from a host says nothing of it. */
    private void learned(ServerVersion told) {
        if (told.isKnown()) {
            version.set(Optional.of(told));
        }
    }

    /** Takes note of what one of its panes was answered. */
    void answered(Poll<?> poll) {
        switch (poll) {
            case Poll.Fresh<?> fresh -> {
                own = Health.WELL;
                trouble = "";
                learned(fresh.snapshot().version());
            }
            case Poll.Unavailable<?> unavailable -> {
                own = Health.WATCH;
                trouble = "not supported";
            }
            case Poll.Failed<?> failed -> {
                boolean refused = failed.fault().kind() == FaultKind.DENIED;
                own = refused ? Health.WATCH : Health.TROUBLE;
                trouble = (refused ? "denied since " : "off since ")
                        + TIME.format(failed.since().atZone(ZoneId.systemDefault()));
            }
        }
        show();
    }

    private void show() {
        health.set(place.map(Place::health).orElse(Health.OFF).or(own));
        note.set(words());
    }

    private String words() {
        if (!trouble.isEmpty()) {
            return trouble;
        }
        String here = place.map(Place::role).orElse(own == Health.WELL ? role : "");
        if (!here.isEmpty()) {
            return here;
        }
        return switch (own) {
            case OFF -> "";
            case ASKING -> "connecting…";
            case WELL, WATCH, TROUBLE -> version.get().map(ServerVersion::full).orElse("");
        };
    }
}
