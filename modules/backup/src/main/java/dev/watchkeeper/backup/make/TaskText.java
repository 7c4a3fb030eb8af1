package dev.watchkeeper.backup.make;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.hosts.ShellFile;
import dev.watchkeeper.hosts.ShellWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Puts a job's script together from the files of this package. */
final class TaskText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SequencedMap<String, String> variables = new LinkedHashMap<>();
    private String before = "";
    private List<String> arguments = List.of();

    TaskText set(String name, String value) {
        variables.put(name, value);
        return this;
    }

    /** Where it comes to lie: a folder, or an address of a bucket. */
    TaskText into(String place) {
        boolean isBucket = place.startsWith("s3://");
        return set("folder", isBucket ? "" : place).set("address", isBucket ? place.replaceAll("/+$", "") : "");
    }

    /** A text as JSON has it, in quotes. */
    TaskText setJson(String name, String value) {
        try {
            return set(name, JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lines that come first. */
    TaskText before(String lines) {
        before = lines;
        return this;
    }

    /** What the script finds in {@code $@}. */
    TaskText arguments(List<String> words) {
        arguments = List.copyOf(words);
        return this;
    }

    /** The script that consists of these files, in this order. */
    String of(String... files) {
        StringBuilder text = new StringBuilder(before);
        text.append(file("common.sh").with(variables));
        text.append("set -- ").append(ShellWords.join(arguments)).append('\n');
        for (String name : files) {
            text.append(file(name).text());
        }
        return text.toString();
    }

    private static ShellFile file(String name) {
        return ShellFile.beside(TaskText.class, name);
    }
}
