package dev.watchkeeper.backup.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads a profile: what a team demands of its backups, with where that stands. */
final class Profile {
    private static final String FOLDER = "/dev/watchkeeper/resources/policy/";

    private Profile() {}

    /** The one of that name among those that are shipped. */
    static List<Rule> named(String name) {
        try (InputStream file = Profile.class.getResourceAsStream(FOLDER + name + ".json")) {
            if (file == null) {
                throw new IllegalStateException(FOLDER + name + ".json is missing from the class path");
            }
            List<Rule> rules = new ArrayList<>();
            new ObjectMapper().readTree(file).path("rules").forEach(node -> rules.add(rule(node)));
            return rules;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Rule rule(JsonNode node) {
        return new Rule(
                Rule.About.valueOf(node.path("about").asText().toUpperCase(Locale.ROOT)),
                node.path("rule").asText(),
                Duration.parse(node.path("every").asText()),
                Duration.parse(node.path("kept").asText()));
    }
}
