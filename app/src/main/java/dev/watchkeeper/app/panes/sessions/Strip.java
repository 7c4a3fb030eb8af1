package dev.watchkeeper.app.panes.sessions;

import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.StackedArea;
import dev.watchkeeper.app.controls.StatCard;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.sessions.Rates;
import dev.watchkeeper.postgres.sessions.Session;
import dev.watchkeeper.postgres.sessions.Vitals;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The figures above the table. */
final class Strip extends Card {
    private static final Duration OLD = Duration.ofMinutes(10);
    private static final Duration VERY_OLD = Duration.ofHours(1);

    private final StatCard connections = new StatCard("Connections");
    private final StatCard oldest = new StatCard("Oldest transaction");
    private final StatCard transactions = new StatCard("Transactions");
    private final StatCard hits = new StatCard("Cache hit ratio");
    private final StackedArea chart =
            new StackedArea("By state, last minute", List.of("area-idle", "area-active", "area-intx", "area-waiting"));
    private final StateHistory history = new StateHistory();

    Strip() {
        List.of(connections, oldest, transactions, hits).forEach(card -> {
            card.setPrefWidth(170);
            card.setMinWidth(120);
        });
        HBox.setHgrow(chart, Priority.ALWAYS);
        HBox.setMargin(chart, new Insets(10, 14, 8, 14));
        chart.setPrefHeight(86);
        getChildren().add(new HBox(connections, oldest, transactions, hits, chart));
    }

    void show(SessionsModel model) {
        Instant now = model.snapshot().takenAt();
        showConnections(
                model.snapshot().value().clients(), model.snapshot().value().vitals());
        showOldest(model.snapshot().value().sessions(), now);
        history.add(model);
        showRates(history.rates());
        double span = history.span();
        chart.setCaption("By state, last " + minutes(span));
        chart.show(history.points(), span);
    }

    private static String minutes(double seconds) {
        if (seconds < 55) {
            return Math.round(seconds) + " s";
        }
        return seconds < 90 ? "minute" : Math.round(seconds / 60) + " minutes";
    }

    private void showConnections(long used, Vitals vitals) {
        long percent = Math.round(100.0 * used / Math.max(1, vitals.maxConnections()));
        connections.show(
                percent + " %",
                Sizes.count(used) + " of " + Sizes.count(vitals.maxConnections()) + ", " + vitals.reserved()
                        + " reserved",
                percent >= 90 ? Tone.RED : percent >= 75 ? Tone.AMBER : Tone.NEUTRAL);
    }

    private void showOldest(List<Session> sessions, Instant now) {
        Optional<Session> first = sessions.stream()
                .filter(session -> session.isClient() && session.xactStart() != null)
                .max(Comparator.comparing(session -> age(session, now)));
        if (first.isEmpty()) {
            boolean unseen = sessions.stream().anyMatch(Session::hidden);
            oldest.show("–", unseen ? "not to be seen" : "no open transaction", Tone.NEUTRAL);
            return;
        }
        Duration age = age(first.get(), now);
        oldest.show(
                Spans.words(age),
                first.get().pid()
                        + (first.get().application().isEmpty()
                                ? ""
                                : ", " + first.get().application()),
                age.compareTo(VERY_OLD) > 0 ? Tone.RED : age.compareTo(OLD) > 0 ? Tone.AMBER : Tone.NEUTRAL);
    }

    private static Duration age(Session session, Instant now) {
        Duration age = session.xactAge(now);
        return age == null ? Duration.ZERO : age;
    }

    private void showRates(Optional<Rates> rates) {
        if (rates.isEmpty()) {
            transactions.show("–", "known after two looks", Tone.NEUTRAL);
            hits.show("–", "known after two looks", Tone.NEUTRAL);
            return;
        }
        transactions.show(
                rate(rates.get().transactions()) + " /s",
                rate(rates.get().rollbacks()) + " rollbacks /s",
                Tone.NEUTRAL);
        if (rates.get().hitRatio().isPresent()) {
            double ratio = rates.get().hitRatio().getAsDouble();
            hits.show(
                    String.format(Locale.ROOT, "%.1f %%", 100 * ratio),
                    "last minute",
                    ratio < 0.9 ? Tone.AMBER : Tone.NEUTRAL);
        } else {
            hits.show("–", "no block was asked for", Tone.NEUTRAL);
        }
    }

    private static String rate(double perSecond) {
        return perSecond < 10 && perSecond > 0
                ? String.format(Locale.ROOT, "%.1f", perSecond)
                : Sizes.count(Math.round(perSecond));
    }
}
