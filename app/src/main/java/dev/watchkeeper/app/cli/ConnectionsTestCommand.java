package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.postgres.connect.Greeting;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code watchkeeper connections test}. */
@Command(
        name = "test",
        header = "Connects once, and tells who answers.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  watchkeeper connections test billing",
            "  watchkeeper connections test postgresql://dba@pg-bill-1/billing?sslmode=verify-full"
        })
final class ConnectionsTestCommand implements Callable<Integer> {
    private final Setting setting;

    @Parameters(paramLabel = "NAME", description = "saved name, URI, 'host=…' or service=NAME")
    private String name;

    ConnectionsTestCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() throws FaultException {
        try (Workbench bench = setting.workbench()) {
            Target target = bench.resolve(name);
            tell(target, Entrance.through(bench, target, () -> Greeting.of(bench.open(target))));
            return Exit.DONE;
        }
    }

    private void tell(Target target, Greeting greeting) {
        PrintWriter out = setting.console().out();
        String tls = greeting.tls();
        out.println(Visible.of(target.name()) + " answers.");
        line(out, "version", "PostgreSQL " + greeting.version());
        line(out, "host", greeting.host() + (greeting.standby() ? ", a standby" : ", a primary"));
        line(out, "as", greeting.role() + " in database " + greeting.database() + rights(greeting));
        line(out, "TLS", tls == null ? unencrypted(target) : tls);
        line(
                out,
                "latency",
                String.format(Locale.ROOT, "%.1f ms", greeting.latency().toNanos() / 1e6));
    }

    private static String unencrypted(Target target) {
        return target.placement()
                .ssh()
                .map(host -> "none: SSH encrypts as far as " + host + ", nothing behind it")
                .orElse("none: what is said can be read on the way");
    }

    private static String rights(Greeting greeting) {
        String sees = greeting.monitors()
                ? "; sees all sessions"
                : "; does not see what others run: grant pg_monitor to " + greeting.role();
        return sees + (greeting.signals() ? ", may end them" : ", may not end those of others");
    }

    private static void line(PrintWriter out, String label, String value) {
        out.printf("  %-9s%s%n", label, Visible.of(value));
    }
}
