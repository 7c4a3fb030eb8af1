package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.hosts.HostWords;
import dev.watchkeeper.app.reports.JsonRecords;
import dev.watchkeeper.app.reports.Records;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.hosts.Host;
import dev.watchkeeper.hosts.Script;
import dev.watchkeeper.hosts.facts.FactsProbe;
import dev.watchkeeper.hosts.facts.HostFacts;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.text.Sizes;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code watchkeeper host test}. */
@Command(
        name = "test",
        header = "Enters a host once, and tells what is there.",
        description = {
            "",
            "An unknown host's key is shown and asked for, at a terminal. Where nobody can be asked, or a key has changed,"
                    + " the fingerprints are told, and the exit code is 3.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {"  watchkeeper host test backup-1", "  watchkeeper host test local"})
final class HostTestCommand implements Callable<Integer> {
    private final Setting setting;

    @Parameters(
            paramLabel = "HOST",
            description = "a name of hosts:, an alias of ~/.ssh/config, user@host:port, or local")
    private String name;

    @Option(names = "--format", defaultValue = "table", description = "table or json (default: table)")
    private ListFormat format;

    HostTestCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() throws FaultException, IOException {
        try (Workbench bench = setting.workbench()) {
            Host host = bench.machines().host(name);
            // getting in is not part of the round trip
            host.run(Script.of(":"));
            HostFacts facts = new FactsProbe(host, setting.surroundings().clock())
                    .read(new FactsProbe.Wanted(List.of(), List.of(), FactsProbe.TOOLS, OptionalInt.empty()));
            if (format == ListFormat.JSON) {
                json(facts);
            } else {
                tell(facts);
            }
            return Exit.DONE;
        }
    }

    private void tell(HostFacts facts) {
        PrintWriter out = setting.console().out();
        out.println(Visible.of(name) + " answers.");
        line(out, "user", facts.user() + " on " + facts.machine());
        line(out, "system", facts.system());
        facts.load().ifPresent(load -> {
            line(
                    out,
                    "load",
                    String.format(
                            Locale.ROOT, "%.2f on %d cores", load.average().getFirst(), load.cores()));
            line(
                    out,
                    "memory",
                    Sizes.bytes(load.availableBytes()) + " of " + Sizes.bytes(load.memoryBytes()) + " available");
        });
        line(out, "clock", HostWords.clock(facts));
        line(out, "latency", HostWords.millis(facts.roundTrip()));
        if (facts.tools().isEmpty()) {
            line(out, "tools", "none for backups was found");
        }
        facts.tools().forEach(tool -> line(out, "tool", tool.version() + "  " + tool.path()));
    }

    private static void line(PrintWriter out, String label, String value) {
        out.printf("  %-9s%s%n", label, Visible.of(value));
    }

    private void json(HostFacts facts) throws IOException {
        Records.Row row = new Records.Row()
                .with("host", name)
                .with("user", facts.user())
                .with("machine", facts.machine())
                .with("system", facts.system())
                .with("ahead_ms", facts.ahead().toNanos() / 1e6)
                .with("latency_ms", facts.roundTrip().toNanos() / 1e6)
                .with(
                        "tools",
                        facts.tools().stream()
                                .map(tool -> new Records.Row()
                                        .with("name", tool.name())
                                        .with("version", tool.version())
                                        .with("path", tool.path())
                                        .values())
                                .toList());
        JsonRecords.write(setting.console().out(), row);
        setting.console().out().println();
    }
}
