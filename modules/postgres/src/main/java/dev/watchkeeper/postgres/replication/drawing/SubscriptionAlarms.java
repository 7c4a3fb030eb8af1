package dev.watchkeeper.postgres.replication.drawing;

import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.postgres.replication.discovery.Sighting;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import dev.watchkeeper.postgres.replication.member.SubscriptionReading;

/** What can be wrong with a subscription; what is said gives its link its colour. */
final class SubscriptionAlarms {
    private final Scene scene;
    private final Alarms alarms;

    SubscriptionAlarms(Scene scene, Alarms alarms) {
        this.scene = scene;
        this.alarms = alarms;
    }

    Severity look(Sighting member, MemberReading reading, SubscriptionReading subscription) {
        // a standby has a copy of the catalog, and applies nothing
        if (!reading.primary()) {
            return Severity.NONE;
        }
        String what = "subscription " + subscription.name() + " of " + scene.name(member);
        return running(member, subscription, what)
                .or(tables(member, subscription, what))
                .or(rows(member, subscription, what));
    }

    private Severity running(Sighting member, SubscriptionReading subscription, String what) {
        long failures = scene.history().failures(member.id(), subscription.name());
        if (!subscription.enabled()) {
            return say(
                    Severity.WARNING,
                    member,
                    what + " is disabled",
                    "alter subscription … enable, when its reason is gone; its slot keeps WAL until then");
        }
        if (failures > 0) {
            return say(
                    Severity.CRITICAL,
                    member,
                    what + " fails: " + Sizes.of(failures, "error", "errors") + " in the last minutes",
                    "The subscriber's log has the error; it is tried again and again until the row fits");
        }
        if (subscription.worker() == null) {
            return say(
                    Severity.CRITICAL,
                    member,
                    what + " does not run: it has no apply worker",
                    "The subscriber's log says why: the publisher, its slot, or max_logical_replication_workers");
        }
        return Severity.NONE;
    }

    private Severity tables(Sighting member, SubscriptionReading subscription, String what) {
        SubscriptionReading.Tables tables = subscription.tables();
        int left = tables.total() - tables.ready();
        if (!subscription.here() || left == 0) {
            return Severity.NONE;
        }
        String names = tables.unready().isEmpty() ? "" : ": " + tables.unready();
        return say(
                Severity.WARNING,
                member,
                what + " has " + left + " of " + Sizes.of(tables.total(), "table", "tables") + " still to copy" + names,
                "Wait; if nothing copies, look into the subscriber's log");
    }

    private Severity rows(Sighting member, SubscriptionReading subscription, String what) {
        long conflicts = scene.history().rowConflicts(member.id(), subscription.name());
        if (conflicts == 0) {
            return Severity.NONE;
        }
        return say(
                Severity.WARNING,
                member,
                what + " met " + Sizes.of(conflicts, "row", "rows") + " in the last minutes that did not fit",
                "Somebody else writes to these tables on the subscriber; its log names the rows");
    }

    private Severity say(Severity severity, Sighting member, String text, String advice) {
        alarms.add(severity, member, text, advice);
        return severity;
    }
}
