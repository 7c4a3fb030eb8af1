package dev.watchkeeper.postgres.replication.act;

import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.topology.Severity;
import dev.watchkeeper.postgres.replication.replica.ReplicaPlan;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Shows the way to a new standby. It changes nothing: half of the commands are for a host that the console does not enter. */
final class PlanReplica extends MemberAction {
    private final ReplicaPlan plan;

    PlanReplica(Member member, ReplicaPlan plan) {
        super(member);
        this.plan = plan;
    }

    @Override
    public String name() {
        return "plan-replica";
    }

    @Override
    public String preview() {
        return "shows what to type for a new standby of " + member().name() + ", and changes nothing; "
                + (plan.works() ? "nothing speaks against it" : "as things are now it would fail") + ":\n"
                + plan.checks().stream().map(PlanReplica::line).collect(Collectors.joining("\n"));
    }

    private static String line(ReplicaPlan.Check check) {
        String mark = check.severity() == Severity.NONE ? "✓ " : check.severity() == Severity.WARNING ? "! " : "✗ ";
        return mark + check.text() + (check.advice().isEmpty() ? "" : ". " + check.advice());
    }

    /** As a script with comments: what begins with two dashes or a hash says where to type it. */
    @Override
    public String statement() {
        return plan.steps().stream()
                .map(step -> (step.where().endsWith("SQL") ? "-- " : "# ") + step.where() + ": " + step.what() + "\n"
                        + step.command())
                .collect(Collectors.joining("\n\n"));
    }

    @Override
    public Danger danger() {
        return Danger.ORDINARY;
    }

    @Override
    public Outcome run() {
        return new Outcome(true, "nothing was changed; the commands are to be typed by you", Duration.ZERO);
    }

    @Override
    public Outcome run(Consumer<String> tell) {
        statement().lines().forEach(tell);
        return run();
    }
}
