package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.NewConnection;
import dev.watchkeeper.app.workbench.Workbench;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.kernel.target.PasswordSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code watchkeeper connections add}. */
@Command(
        name = "add",
        header = "Saves a target.",
        description = {
            "",
            "Never with a password on the command line: other users see it in the list of processes, and the shell keeps"
                    + " it in its history. Say where it is to be found; without --password it is looked for in"
                    + " PGPASSWORD and ~/.pgpass.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  watchkeeper connections add billing --url postgresql://dba@pg-bill-1,pg-bill-2/billing \\",
            "      --environment production --password '$${BILLING_PASSWORD}' --tag payments",
            "  watchkeeper connections add etl --url service=etl --read-only"
        })
final class ConnectionsAddCommand implements Callable<Integer> {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final Pattern KEPT = Pattern.compile("(keychain|vault)(?::(.+))?");

    private final Setting setting;

    @Parameters(paramLabel = "NAME", description = "how you will call it")
    private String name;

    @Option(
            names = "--url",
            required = true,
            paramLabel = "URL",
            description = "postgresql:// URI, 'host=… dbname=…' or service=NAME")
    private String url;

    @Option(
            names = "--environment",
            defaultValue = "development",
            description = "production, staging or development (default: development)")
    private Environment environment;

    @Option(
            names = "--password",
            paramLabel = "PLACE",
            description = "where it is: '$${VARIABLE}', keychain[:ENTRY], vault[:ENTRY] or ask")
    private @Nullable String place;

    @Option(names = "--read-only", description = "refuse every action on it")
    private boolean readOnly;

    @Option(names = "--tag", paramLabel = "TAG", description = "may be given several times")
    private List<String> tags = List.of();

    ConnectionsAddCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() throws FaultException {
        PasswordSource password = password();
        try (Workbench bench = setting.workbench()) {
            bench.add(new NewConnection(name, url, environment, password, readOnly, tags));
            setting.console()
                    .out()
                    .println("Saved " + Visible.of(name) + " in "
                            + bench.folder().connections() + ". Try it: watchkeeper connections test "
                            + Visible.of(name));
            return Exit.DONE;
        }
    }

    private PasswordSource password() throws FaultException {
        if (place == null) {
            return new PasswordSource.Usual();
        }
        Matcher variable = VARIABLE.matcher(place);
        if (variable.matches()) {
            return new PasswordSource.Variable(variable.group(1));
        }
        Matcher kept = KEPT.matcher(place);
        if (kept.matches()) {
            String entry = kept.group(2) == null ? name : kept.group(2);
            return kept.group(1).equals("vault") ? new PasswordSource.Vault(entry) : new PasswordSource.Keychain(entry);
        }
        if (place.equals("ask")) {
            return new PasswordSource.Ask();
        }
        throw new FaultException(
                FaultKind.BAD_INPUT,
                "--password takes the place of a password, never the password itself",
                "Others could read it in the list of processes. Write --password '${VARIABLE}', keychain, vault or ask"
                        + " (and change the password if this was one)");
    }
}
