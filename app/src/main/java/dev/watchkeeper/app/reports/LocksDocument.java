package dev.watchkeeper.app.reports;

import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.locks.BlockingForest;
import dev.watchkeeper.postgres.locks.Member;
import dev.watchkeeper.postgres.locks.Wait;
import dev.watchkeeper.report.Block;
import dev.watchkeeper.report.Cell;
import dev.watchkeeper.report.Column;
import dev.watchkeeper.report.Document;
import dev.watchkeeper.report.Line;
import dev.watchkeeper.report.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The blocking forest for the incident ticket. */
public final class LocksDocument {
    private LocksDocument() {}

    /**
     * Roots, the picture, and everybody who waits.
     *
     * @param picture of the same forest; empty if there is none to be had
     */
    public static Document of(Snapshot<BlockingForest> snapshot, Optional<Block.Drawing> picture, Origin origin) {
        BlockingForest forest = snapshot.value();
        Instant now = snapshot.takenAt();
        List<Block> blocks = new ArrayList<>();
        List<BlockingForest.Root> roots = forest.roots(now);
        blocks.add(new Block.Heading("Root blockers", "by the sessions that they hold back"));
        blocks.add(new Block.Table(
                rootColumns(),
                roots.stream().map(root -> (Line) root(root, forest, now)).toList(),
                "Nothing is blocked"));
        if (!forest.isEmpty()) {
            picture.ifPresent(drawing -> {
                blocks.add(new Block.Heading("Who waits for whom"));
                blocks.add(drawing);
            });
            blocks.add(new Block.Heading("Everybody", Sizes.of(forest.members().size(), "member", "members")));
            blocks.add(new Block.Table(
                    columns(),
                    ForestLine.of(forest, now).stream()
                            .map(line -> (Line) row(line, now))
                            .toList(),
                    ""));
        }
        return new Document(
                "Locks on " + origin.target().name(),
                Sentences.alone(Sentences.ofForest(snapshot)),
                origin.cover(snapshot),
                blocks);
    }

    private static List<Column> rootColumns() {
        return List.of(
                Column.code("Blocker", 12),
                Column.badge("State", 11),
                Column.text("User", 11),
                Column.text("Holds", 26),
                Column.number("Transaction", "h:min:s", 11),
                Column.number("Holds back", "", 9),
                Column.number("Longest", "h:min:s", 9),
                Column.number("Ending it frees", "", 9));
    }

    private static Line.Row root(BlockingForest.Root root, BlockingForest forest, Instant now) {
        Line.Row row = forest.member(root.party())
                .map(member -> Line.Row.of(
                        Cell.of(root.party().label()),
                        state(member),
                        Cell.of(SessionsDocument.text(member.user())),
                        Cell.of(holds(member)),
                        Cell.of(member.xactStart() == null ? "" : Spans.clock(member.xactAge(now))),
                        Cell.of(Sizes.count(root.holdsBack()), Tone.RED),
                        Cell.of(Spans.clock(root.longest())),
                        Cell.of(Sizes.count(
                                forest.freedBy(root.party()).inTurn().size()))))
                .orElseGet(() -> Line.Row.of(Cell.of(root.party().label())));
        return row.with(forest.member(root.party()).map(Member::query).orElse(""));
    }

    private static List<Column> columns() {
        return List.of(
                Column.code("Session", 16),
                Column.badge("State", 11),
                Column.text("User", 11),
                Column.text("Application", 12),
                Column.text("Waits for", 22),
                Column.text("Mode", 15),
                Column.number("For", "h:min:s", 9));
    }

    private static Line.Row row(ForestLine line, Instant now) {
        Member member = line.member();
        Wait awaits = member.awaits();
        return Line.Row.of(
                        Cell.of(member.party().label()),
                        state(member),
                        Cell.of(SessionsDocument.text(member.user())),
                        Cell.of(member.application()),
                        Cell.of(awaits == null ? "" : awaits.what().name() + (line.soft() ? ", in the queue" : "")),
                        Cell.of(awaits == null ? "" : awaits.mode().shortLabel()),
                        Cell.of(awaits == null ? "" : Spans.clock(awaits.lasts(now))))
                .at(Math.min(line.depth(), 8))
                .with(line.depth() == 0 ? "" : member.query());
    }

    private static Cell state(Member member) {
        return member.party().isPrepared()
                ? Cell.of("prepared", Tone.VIOLET)
                : Cell.of(member.state().badge(), SessionsDocument.tone(member.state()));
    }

    private static String holds(Member member) {
        return member.holds().stream()
                .map(held -> held.mode().shortLabel() + " on " + held.what().name())
                .collect(Collectors.joining(", "));
    }
}
