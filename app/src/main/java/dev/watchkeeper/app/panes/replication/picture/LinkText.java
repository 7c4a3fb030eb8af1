package dev.watchkeeper.app.panes.replication.picture;

import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.controls.graph.Stroke;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.kernel.topology.Detail;
import dev.watchkeeper.kernel.topology.Lag;
import dev.watchkeeper.kernel.topology.Link;
import dev.watchkeeper.kernel.topology.LinkKind;
import dev.watchkeeper.kernel.topology.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How a link is spoken of and drawn. */
public final class LinkText {
    private LinkText() {}

    public static boolean isDown(Link link) {
        return link.state().equals(Link.DOWN);
    }

    /** Whether data goes along it, and so a distance can be told. */
    public static boolean carriesData(Link link) {
        return switch (link.kind()) {
            case PHYSICAL, LOGICAL, REDIS -> true;
            case WATCH, ROUTE -> false;
        };
    }

    /** The bold figure: how far behind, or what it is called if that is not known. */
    public static String figure(Link link) {
        Long behind = link.lag().replayedBytes();
        if (isDown(link)) {
            return "down";
        }
        return behind == null ? link.state() : Sizes.bytes(behind);
    }

    /** The quiet line below the figure. */
    public static String note(Link link) {
        Lag lag = link.lag();
        if (isDown(link)) {
            Long behind = lag.replayedBytes();
            return behind == null ? "nothing arrives" : Sizes.bytes(behind) + " behind";
        }
        String verb = link.kind() == LinkKind.LOGICAL ? "apply " : "replay ";
        String time = lag.replayMillis() == null ? "" : verb + Spans.words(Duration.ofMillis(lag.replayMillis()));
        if (!isSteady(link)) {
            return time.isEmpty() ? link.state() : link.state() + " · " + time.substring(verb.length());
        }
        if (!time.isEmpty()) {
            return time;
        }
        if (lag.idle()) {
            return "idle";
        }
        return lag.replayedBytes() == null ? "" : link.state();
    }

    private static boolean isSteady(Link link) {
        return switch (link.state()) {
            case "streaming", "online", "up", "" -> true;
            default -> false;
        };
    }

    /** Colour says how bad it is; and of what is well, of which kind. */
    public static Tone tone(Link link) {
        if (isDown(link) || link.severity() == Severity.CRITICAL) {
            return Tone.RED;
        }
        if (link.severity() == Severity.WARNING) {
            return Tone.AMBER;
        }
        return switch (link.kind()) {
            case PHYSICAL, REDIS -> Tone.GREEN;
            case LOGICAL -> Tone.VIOLET;
            case WATCH, ROUTE -> Tone.NEUTRAL;
        };
    }

    public static Stroke stroke(Link link) {
        if (isDown(link)) {
            return Stroke.DASHED;
        }
        return switch (link.kind()) {
            case PHYSICAL, REDIS, ROUTE -> Stroke.SOLID;
            case LOGICAL -> Stroke.DASHED;
            case WATCH -> Stroke.DOTTED;
        };
    }

    /** What it is, in two or three words: {@code physical replication}. */
    public static String kind(Link link) {
        return switch (link.kind()) {
            case PHYSICAL -> "physical replication";
            case LOGICAL -> "logical replication";
            case REDIS -> "replication";
            case WATCH -> "watch";
            case ROUTE -> "route of clients";
        };
    }

    /** All about it, for a tooltip and for screen readers. */
    public static String story(Link link, String from, String to) {
        List<String> lines = new ArrayList<>();
        lines.add(from + " → " + to);
        String what = kind(link) + (link.name().isEmpty() ? "" : " " + link.name());
        lines.add(capital(what) + (link.state().isEmpty() ? "" : ", " + link.state()));
        if (carriesData(link) && !isDown(link) && link.lag().replayedBytes() != null) {
            lines.add(link.lag().idle() ? "Everything is there" : figure(link) + " behind" + after(", ", note(link)));
        }
        if (!link.slot().isEmpty()) {
            lines.add("Slot " + link.slot());
        }
        for (Detail detail : link.details()) {
            lines.add(detail.label() + ": " + detail.value());
        }
        return String.join("\n", lines);
    }

    private static String after(String separator, String text) {
        return text.isEmpty() ? "" : separator + text;
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
