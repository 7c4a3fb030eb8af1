package dev.watchkeeper.app.cli;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where the SQL stands that {@code query} runs. */
final class QueryText {
    @Option(
            names = "-c",
            paramLabel = "SQL",
            description = "statements to run, or \\d and the like; may be given again")
    private List<String> commands = List.of();

    @Option(names = "-f", paramLabel = "FILE", description = "a file of statements; - for standard input")
    private @Nullable Path file;

    @Parameters(arity = "0..1", paramLabel = "-", description = "standard input")
    private @Nullable String dash;

    /** @throws FaultException BAD_INPUT if there is not exactly one of them, or it can't be read */
    String read() throws FaultException {
        return read(";\n");
    }

    /**
     * The same with something else between what several {@code -c} say.
     *
     * @throws FaultException BAD_INPUT if there is not exactly one of them, or it can't be read
     */
    String read(String between) throws FaultException {
        boolean input = "-".equals(dash) || (file != null && file.toString().equals("-"));
        int given = (commands.isEmpty() ? 0 : 1) + (file == null ? 0 : 1) + (dash == null ? 0 : 1);
        if (given != 1 || (dash != null && !input)) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    "what is to be run is not clear",
                    "Give -c SQL, or -f FILE, or - for standard input");
        }
        if (!commands.isEmpty()) {
            return String.join(between, commands);
        }
        return SqlSource.read(input ? Path.of("-") : Objects.requireNonNull(file));
    }
}
