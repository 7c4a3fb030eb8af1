package dev.watchkeeper.workspace.connections;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.text.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A mapping of which only known keys are allowed, each once. */
final class YamlMapping {
    private final YamlSource source;
    private final MappingNode node;
    private final Map<String, Node> values = new LinkedHashMap<>();

    /**
     * @param what what stands here, for the error: {@code a connection}
     * @param known the allowed keys
     * @throws FaultException BAD_INPUT with line and column
     */
    YamlMapping(YamlSource source, Node node, String what, List<String> known) throws FaultException {
        this.source = source;
        String allowed = "Allowed in " + what + ": " + String.join(", ", known);
        if (!(node instanceof MappingNode mapping)) {
            throw source.at(node, what + " is written as key: value lines", allowed);
        }
        this.node = mapping;
        for (NodeTuple pair : mapping.getValue()) {
            String key = pair.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (!known.contains(key)) {
                throw source.at(pair.getKeyNode(), "unknown key" + shown(key), guess(key, known) + allowed);
            }
            Node value = pair.getValueNode();
            if (Tag.NULL.equals(value.getTag()) && value.getAnchor() != null) {
                throw source.at(value, "a word that begins with & is an anchor in YAML", "Put it in quotes");
            }
            if (values.put(key, value) != null) {
                throw source.at(pair.getKeyNode(), key + " is given twice", "Take one of them away");
            }
        }
    }

    MappingNode node() {
        return node;
    }

    /** Empty if the key is missing or has no value. */
    Optional<Node> value(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !Tag.NULL.equals(value.getTag()));
    }

    /** A text on one line or in quotes; empty if the key is missing or has no value. */
    Optional<String> text(String key) throws FaultException {
        Optional<Node> value = value(key);
        return value.isEmpty() ? Optional.empty() : Optional.of(text(value.get(), key));
    }

    String required(String key) throws FaultException {
        Optional<String> text = text(key);
        if (text.isEmpty() || text.get().isBlank()) {
            throw source.at(value(key).orElse(node), key + " is missing", "Write " + key + ": and its value");
        }
        return text.get();
    }

    boolean flag(String key, boolean otherwise) throws FaultException {
        String text = text(key).orElse(Boolean.toString(otherwise)).toLowerCase(Locale.ROOT);
        return switch (text) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default -> throw at(key, key + " is neither true nor false", "Write true or false");
        };
    }

    /** A whole number from {@code least} on. */
    long number(String key, long least, long otherwise) throws FaultException {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        long number = text.get().matches("[0-9]{1,9}") ? Long.parseLong(text.get()) : -1;
        if (number < least) {
            throw at(key, key + " is not a whole number from " + least + " on", "");
        }
        return number;
    }

    /** A list of texts; a single text is a list of one. */
    List<String> texts(String key) throws FaultException {
        Optional<Node> value = value(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!(value.get() instanceof SequenceNode list)) {
            return List.of(text(value.get(), key));
        }
        List<String> texts = new ArrayList<>();
        for (Node item : list.getValue()) {
            texts.add(text(item, key));
        }
        return texts;
    }

    /** The items of a list of mappings; none if the key is missing or has no value. */
    List<Node> items(String key) throws FaultException {
        Optional<Node> list = value(key);
        if (list.isEmpty()) {
            return List.of();
        }
        if (!(list.get() instanceof SequenceNode items)) {
            throw source.at(list.get(), key + " is not a list", "Begin each item with a dash");
        }
        return items.getValue();
    }

    /** A mapping of texts to texts, in its order; empty if the key is missing or has no value. */
    SequencedMap<String, String> pairs(String key) throws FaultException {
        SequencedMap<String, String> pairs = new LinkedHashMap<>();
        Optional<Node> value = value(key);
        if (value.isPresent()) {
            if (!(value.get() instanceof MappingNode mapping)) {
                throw source.at(value.get(), key + " is written as key: value lines", "");
            }
            for (NodeTuple pair : mapping.getValue()) {
                pairs.put(text(pair.getKeyNode(), key), text(pair.getValueNode(), key));
            }
        }
        return pairs;
    }

    /** An error at this key's value. */
    FaultException at(String key, String message, String advice) {
        return source.at(values.getOrDefault(key, node), message, advice);
    }

    private String text(Node value, String key) throws FaultException {
        if (!(value instanceof ScalarNode scalar)) {
            throw source.at(
                    value, key + " is one value, not a list or a mapping", "Put quotes around it if it is meant so");
        }
        boolean runsOn = scalar.getScalarStyle() == ScalarStyle.PLAIN
                && scalar.getStartMark().getLine() != scalar.getEndMark().getLine();
        if (runsOn) {
            throw source.at(
                    value, "the value of " + key + " runs on over several lines", "Is a blank missing after a colon?");
        }
        return scalar.getValue();
    }

    /** Only what looks like a key is repeated. */
    private static String shown(String key) {
        return key.matches("[A-Za-z_-]{1,30}") ? " " + key : "";
    }

    private static String guess(String key, List<String> known) {
        return Nearest.to(key, known).map(near -> "Did you mean " + near + "? ").orElse("");
    }
}
