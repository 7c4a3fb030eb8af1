package dev.watchkeeper.workspace.connections;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/** A YAML text whose places are known by line and column. */
final class YamlSource {
    private final Path file;
    private final String text;

    YamlSource(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    String text() {
        return text;
    }

    /** The document; empty if there is none but comments. Nothing is constructed from it: it is only a tree of texts. */
    Optional<Node> root() throws FaultException {
        try {
            return Optional.ofNullable(new Yaml(new LoaderOptions()).compose(new StringReader(text)))
                    .filter(root -> !Tag.NULL.equals(root.getTag()));
        } catch (MarkedYAMLException e) {
            // the exception quotes the line, and with it perhaps a password: it must not be passed on, not even as a
            // cause
            Mark mark = mark(e);
            String problem = withoutNames(joined(e.getContext(), e.getProblem()));
            throw mark == null ? whole(problem, null) : at(mark, problem, "");
        } catch (ReaderException e) {
            throw whole("it holds a character that YAML does not allow (code " + e.getCodePoint() + ")", e);
        } catch (YAMLException e) {
            throw whole("this is not YAML, or too large for a list of connections", e);
        }
    }

    FaultException at(Node node, String message, String advice) {
        return at(node.getStartMark(), message, advice);
    }

    FaultException at(Mark mark, String message, String advice) {
        String where = "%s, line %d, column %d: ".formatted(file, mark.getLine() + 1, mark.getColumn() + 1);
        return new FaultException(FaultKind.BAD_INPUT, where + message, advice);
    }

    /** Where a mark is in the text, in UTF-16 units; the parser counts code points. */
    int offset(Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }

    private FaultException whole(String message, @Nullable YAMLException cause) {
        return new FaultException(new Fault(FaultKind.BAD_INPUT, file + ": " + message), cause);
    }

    /** A key without its colon is noticed a line later than it stands. */
    private static @Nullable Mark mark(MarkedYAMLException e) {
        boolean later = "while scanning a simple key".equals(e.getContext());
        return e.getProblemMark() == null || later ? e.getContextMark() : e.getProblemMark();
    }

    private static String joined(@Nullable String context, @Nullable String problem) {
        return Stream.of(context, problem).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }

    /** An unquoted password that begins with * or & or ! is an alias, an anchor or a tag to YAML, which names it. */
    private static String withoutNames(String problem) {
        return problem.replaceAll("\\b(undefined alias|duplicate anchor|tag handle)\\b.*", "$1");
    }
}
