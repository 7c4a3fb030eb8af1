package dev.watchkeeper.postgres.switchover;

import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.patroni.PatroniMember;
import dev.watchkeeper.postgres.patroni.PatroniView;
import dev.watchkeeper.postgres.replication.discovery.Sighting;
import dev.watchkeeper.postgres.replication.member.Archiver;
import dev.watchkeeper.postgres.replication.member.MemberReading;
import dev.watchkeeper.postgres.replication.member.WalPosition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What speaks for and against a server that could become the primary. */
final class Arguments {
    private final Standing standing;
    private final Sighting candidate;
    private final Loss loss;
    private final List<String> forIt = new ArrayList<>();
    private final List<String> against = new ArrayList<>();

    private Arguments(Standing standing, Sighting candidate) {
        this.standing = standing;
        this.candidate = candidate;
        this.loss = Loss.of(standing, candidate);
    }

    static Arguments of(Standing standing, Sighting candidate) {
        Arguments arguments = new Arguments(standing, candidate);
        arguments.weigh();
        return arguments;
    }

    List<String> forIt() {
        return forIt;
    }

    List<String> against() {
        return against;
    }

    private void weigh() {
        MemberReading own = candidate.reading();
        behind();
        if (own != null) {
            cascade(own);
            timeline(own);
            replay(own);
            standing.leading().ifPresent(primary -> {
                new SlotArguments(standing, primary, own, forIt, against).weigh();
                version(primary, own);
                afterwards(primary, own);
            });
        } else {
            against.add("it can't be entered with SQL: only Patroni's word is known of it");
        }
        standing.primary().map(Sighting::reading).ifPresent(this::archiving);
        work();
        standing.patroni().ifPresent(this::patroni);
    }

    private void behind() {
        if (standing.isSynchronous(candidate)) {
            forIt.add("synchronous: what was acknowledged is on it");
        } else if (standing.leading()
                .filter(primary -> !primary.settings().synchronousStandbyNames().isEmpty())
                .isPresent()) {
            against.add("it is not synchronous, though others are");
        }
        if (loss.isNothing()) {
            forIt.add("it has all of the primary's WAL: nothing would be lost");
        } else if (standing.primary().isPresent() && loss.bytes() != null) {
            String what = "it lacks " + loss.words() + " at the moment";
            boolean little = loss.bytes() < (1 << 20);
            (little ? forIt : against).add(what + ", which the switchover waits for");
        } else {
            against.add("without the primary " + loss.words() + " would be lost");
        }
    }

    private void cascade(MemberReading own) {
        Sighting upstream = new Refusals(standing).upstream(own);
        MemberReading above = upstream == null ? null : upstream.reading();
        if (upstream != null && above != null && !above.primary()) {
            against.add("it follows " + standing.name(upstream) + ", not the primary");
        }
    }

    private void timeline(MemberReading own) {
        Integer leading =
                standing.leading().map(one -> one.position().timeline()).orElse(null);
        if (leading != null && leading.equals(own.position().timeline())) {
            forIt.add("same timeline " + leading);
        } else if (leading != null && standing.primary().isEmpty()) {
            against.add(
                    "by its control file it is on timeline " + own.position().timeline() + ", the lost primary was on "
                            + leading + ": make sure that it followed");
        }
    }

    private void replay(MemberReading own) {
        long left = own.position().unreplayed();
        if (own.position().replay() != WalPosition.Replay.NOT_PAUSED) {
            against.add("its replay is paused" + (left > 0 ? ", " + Sizes.bytes(left) + " wait for it" : ""));
        } else if (left > 16 << 20) {
            against.add("it has " + Sizes.bytes(left) + " still to replay before it takes writes");
        } else {
            forIt.add(Sizes.bytes(left) + " to replay");
        }
        if (own.settings().applyDelay().isPositive()) {
            against.add("it is behind on purpose: recovery_min_apply_delay is "
                    + Spans.words(own.settings().applyDelay()));
        }
        if (own.settings().hotStandbyFeedback()) {
            forIt.add("hot_standby_feedback is on: queries there are not cancelled by cleanup");
        }
    }

    private void version(MemberReading primary, MemberReading own) {
        if (!own.version().full().equals(primary.version().full())) {
            against.add("it runs PostgreSQL " + own.version() + ", the primary " + primary.version());
        }
    }

    /** What is other on it, and shows only when it is the primary. */
    private void afterwards(MemberReading primary, MemberReading own) {
        String names = own.settings().synchronousStandbyNames();
        String before = primary.settings().synchronousStandbyNames();
        if (standing.patroni().isPresent()) {
            return;
        }
        if (!names.isEmpty() && !names.equals(before)) {
            against.add("its synchronous_standby_names is '" + names + "': commits there wait for these");
        } else if (names.isEmpty() && !before.isEmpty()) {
            against.add("its synchronous_standby_names is empty: commits there wait for no standby until it is set");
        }
        if (!primary.repmgr().isEmpty()) {
            against.add(
                    "repmgr has it written down otherwise: run repmgr standby register and repmgr primary register");
        }
        if (!primary.settings().canRewind()) {
            against.add(
                    "the old primary can't be rewound (no data checksums, wal_log_hints off): it has to be made anew");
        }
    }

    private void archiving(MemberReading primary) {
        if (primary.settings().archiveMode().equals("off")) {
            return;
        }
        Archiver archiver = primary.archiver();
        if (archiver.failing()) {
            against.add("archiving fails on the primary, last with " + archiver.lastFailedFile()
                    + ": what is not archived may be missing in the archive");
        } else if (archiver.lastAt() != null) {
            Duration ago = Duration.between(archiver.lastAt(), primary.takenAt());
            forIt.add("archiving works, last segment " + Spans.words(ago) + " ago");
        }
    }

    private void work() {
        OpenWork work = standing.work();
        if (work == null) {
            return;
        }
        if (work.longTransactions() > 0) {
            String others = work.longTransactions() == 1 ? "" : ", and " + (work.longTransactions() - 1) + " more";
            against.add("pid %d (%s) has been in a transaction for %s%s: it is ended"
                    .formatted(work.oldestPid(), work.oldestUser(), Spans.words(work.oldest()), others));
        } else {
            forIt.add("no transaction is older than a minute; "
                    + Sizes.of(work.clients(), "session has", "sessions have") + " to connect again");
        }
        if (work.prepared() > 0) {
            against.add("%s, %s the oldest for %s: still open on the new primary"
                    .formatted(
                            Sizes.of(work.prepared(), "prepared transaction", "prepared transactions"),
                            work.preparedGid(),
                            Spans.words(work.preparedFor())));
        }
    }

    private void patroni(Managed patroni) {
        PatroniView view = patroni.view();
        if (view.paused()) {
            against.add("Patroni is paused: it does this one thing, and brings nobody back by itself afterwards");
        }
        view.scheduled()
                .ifPresent(planned -> against.add("a switchover is scheduled for " + planned.at()
                        + (planned.to().isEmpty() ? "" : " to " + planned.to())));
        if (patroni.member(candidate).filter(PatroniMember::pendingRestart).isPresent()) {
            against.add("it has settings that wait for a restart");
        }
        if (patroni.config().standbyCluster()) {
            against.add("the whole cluster follows another one: its leader takes no writes either");
        }
        if (!view.paused()) {
            forIt.add("Patroni brings the old primary back as a standby");
        }
    }
}
