package dev.watchkeeper.app.cli;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.lab.Lab;
import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.member.LabMember;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code watchkeeper lab start}. */
@Command(
        name = "start",
        header = "Starts PostgreSQL and Redis with staged trouble; Ctrl-C stops all of it.",
        description = {
            "",
            "A primary, two standbys, a cascading one, a logical subscriber, Redis with three sentinels, a small"
                    + " workload, and sessions that block one another. On 127.0.0.1 only, in a temporary folder; nothing"
                    + " of it survives this command.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {"  watchkeeper lab start", "  watchkeeper lab start --pg 14"})
final class LabStartCommand implements Callable<Integer> {
    private final Setting setting;

    @Option(
            names = "--pg",
            paramLabel = "MAJOR",
            defaultValue = "" + LabPlan.NEWEST,
            converter = MajorConverter.class,
            description = "PostgreSQL " + LabPlan.OLDEST + " to " + LabPlan.NEWEST + " (default: ${DEFAULT-VALUE})")
    private int major;

    LabStartCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() throws FaultException {
        try (Lab lab = Lab.start(LabPlan.demo(major), setting.console()::note)) {
            lab.host();
            announce(lab);
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Exit.DONE;
    }

    private void announce(Lab lab) throws FaultException {
        PrintWriter out = setting.console().out();
        for (LabMember member : lab.members()) {
            out.printf("%-20s %-22s %s%n", member.name(), member.role().label(), member.uri());
        }
        out.println();
        out.println(
                "Look: watchkeeper show locks --on " + lab.members().getFirst().uri());
        out.println("In hosts: of connections.yaml, for commands and tunnels:");
        out.print(lab.host().yaml("lab"));
        out.println("Ctrl-C stops all of it.");
        out.flush();
    }
}
