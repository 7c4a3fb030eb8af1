package dev.watchkeeper.app.overtime;

import dev.watchkeeper.history.Interval;
import dev.watchkeeper.history.Lease;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Says why a chart is empty. */
final class Silence {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private final Past past;
    private final ZoneId zone;

    Silence(Past past, ZoneId zone) {
        this.past = past;
        this.zone = zone;
    }

    /** @param known from the oldest to the newest of what is known */
    String words(Question question, Optional<Interval> known) {
        if (known.isEmpty()) {
            return "Nothing is recorded of " + past.target() + " yet" + recorder();
        }
        return known.filter(all -> meet(all, question.interval())).isPresent()
                ? question.chart().absent()
                : "Nothing was recorded at that time.\nWhat is known of " + past.target() + " goes from "
                        + moment(known.get().from()) + " to "
                        + moment(known.get().to());
    }

    private String recorder() {
        Optional<Lease> other = past.otherRecorder();
        if (other.isPresent()) {
            return ".\n" + other.get().holder() + " records it, since "
                    + moment(other.get().since());
        }
        return past.since()
                .map(since -> ": it is being recorded since " + moment(since))
                .orElse("");
    }

    private String moment(Instant moment) {
        return MOMENT.format(moment.atZone(zone));
    }

    private static boolean meet(Interval one, Interval other) {
        return one.from().isBefore(other.to()) && other.from().isBefore(one.to());
    }
}
