package dev.watchkeeper.app.panes.host;

import dev.watchkeeper.app.controls.Card;
import dev.watchkeeper.app.controls.StatCard;
import dev.watchkeeper.app.controls.Tone;
import dev.watchkeeper.app.hosts.HostView;
import dev.watchkeeper.app.hosts.HostWords;
import dev.watchkeeper.app.hosts.HostsView;
import dev.watchkeeper.hosts.facts.HostFacts;
import dev.watchkeeper.kernel.text.Sizes;
import dev.watchkeeper.kernel.text.Spans;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The figures at the top: of the server's host, and the fullest disk of all. */
final class HostFigures extends Card {
    private final StatCard load = new StatCard("Load");
    private final StatCard memory = new StatCard("Memory available");
    private final StatCard disk = new StatCard("Fullest disk");
    private final StatCard cpu = new StatCard("Server's CPU");
    private final StatCard io = new StatCard("Server's disk IO");
    private final StatCard clock = new StatCard("Clock");

    HostFigures() {
        HBox row = new HBox();
        for (StatCard card : List.of(load, memory, disk, cpu, io, clock)) {
            card.setPrefWidth(190);
            HBox.setHgrow(card, Priority.ALWAYS);
            row.getChildren().add(card);
        }
        getChildren().add(row);
    }

    void show(HostsView all) {
        HostFacts facts = all.server().facts();
        facts.load().ifPresent(this::showLoad);
        all.fullest().ifPresent(one -> showDisk(all, one));
        showProcesses(all.server().processes());
        boolean off = facts.ahead().abs().compareTo(HostTones.CLOCK_OFF) > 0
                && facts.ahead().abs().compareTo(facts.roundTrip()) > 0;
        clock.show(
                off
                        ? (facts.ahead().isNegative() ? "−" : "+")
                                + Spans.words(facts.ahead().abs())
                        : "right",
                "to within " + HostWords.millis(facts.roundTrip().dividedBy(2)) + " of this machine's",
                off ? Tone.AMBER : Tone.NEUTRAL);
    }

    private void showLoad(HostFacts.Load now) {
        load.show(
                String.format(Locale.ROOT, "%.2f", now.average().getFirst()),
                String.format(
                        Locale.ROOT,
                        "of %s; %.2f in 5 min, %.2f in 15",
                        Sizes.of(now.cores(), "core", "cores"),
                        now.average().get(1),
                        now.average().get(2)),
                HostTones.load(now));
        memory.show(
                Sizes.bytes(now.availableBytes()),
                "of " + Sizes.bytes(now.memoryBytes()) + ", swap " + Sizes.bytes(now.swapBytes() - now.swapFreeBytes())
                        + " of " + Sizes.bytes(now.swapBytes()),
                HostTones.memory(now));
    }

    private void showDisk(HostsView all, HostsView.Place one) {
        HostFacts.Disk full = one.use().disk();
        String fullIn = all.growth(one.host(), full)
                .flatMap(growth -> growth.fullIn(full.freeBytes()))
                .map(in -> ", full in " + Spans.words(in))
                .orElse("");
        disk.show(
                HostWords.percent(1 - HostWords.free(full)),
                "used, by " + one.use().holds()
                        + (all.others().isEmpty() ? "" : " on " + one.host().host())
                        + fullIn,
                HostTones.disk(full));
    }

    private void showProcesses(List<HostView.ProcessUse> processes) {
        if (processes.isEmpty()) {
            cpu.show("–", "no process of it was found here", Tone.NEUTRAL);
            io.show("–", "", Tone.NEUTRAL);
            return;
        }
        cpu.show(
                HostWords.share(
                        processes.stream().mapToDouble(HostView.ProcessUse::cpu).sum()),
                "of one core, by " + Sizes.of(processes.size(), "process", "processes"),
                Tone.NEUTRAL);
        OptionalDouble read = sum(processes, HostView.ProcessUse::readPerSecond);
        OptionalDouble written = sum(processes, HostView.ProcessUse::writtenPerSecond);
        io.show(
                read.isPresent() ? HostWords.rate(OptionalDouble.of(read.getAsDouble() + written.orElse(0))) : "–",
                read.isPresent()
                        ? HostWords.rate(read) + " read, " + HostWords.rate(written) + " written"
                        : "told only to the server's own user, and root",
                Tone.NEUTRAL);
    }

    private static OptionalDouble sum(
            List<HostView.ProcessUse> processes, Function<HostView.ProcessUse, OptionalDouble> rate) {
        double[] known = processes.stream()
                .map(rate)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
        return known.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Arrays.stream(known).sum());
    }
}
