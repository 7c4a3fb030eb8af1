package dev.watchkeeper.postgres.plans.tree;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.Set;
import java.util.StringJoiner;

/** Reads what {@code EXPLAIN (FORMAT JSON)} and {@code auto_explain} write, of any version. For one plan. */
public final class PlanReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What stands in a record's own fields. */
    private static final Set<String> STRUCTURE = Set.of(
            "Node Type",
            "Plans",
            "Workers",
            "Startup Cost",
            "Total Cost",
            "Plan Rows",
            "Plan Width",
            "Actual Startup Time",
            "Actual Total Time",
            "Actual Rows",
            "Actual Loops");

    /** Set by the console itself, to see the plan for any values, as another role. */
    private static final Set<String> OWN_SETTINGS =
            Set.of("plan_cache_mode", "search_path", "enable_partition_pruning");

    private int nextId;

    private PlanReader() {}

    /**
     * The plan; of several, which a rule makes out of one statement, the first.
     *
     * @throws FaultException UNSUPPORTED if there is none in it
     */
    public static Plan read(String json) throws FaultException {
        try {
            JsonNode top = JSON.readTree(json);
            for (JsonNode entry : top.isArray() ? top : List.of(top)) {
                if (entry.path("Plan").isObject()) {
                    return new PlanReader().plan(entry);
                }
            }
        } catch (JsonProcessingException e) {
            throw new FaultException(
                    new Fault(FaultKind.FAILED, "the plan can't be read: " + e.getOriginalMessage()), e);
        }
        throw new FaultException(FaultKind.UNSUPPORTED, "a statement of this kind has no plan", "");
    }

    private Plan plan(JsonNode entry) {
        Map<String, String> settings = new HashMap<>();
        entry.path("Settings")
                .properties()
                .forEach(one -> settings.put(one.getKey(), one.getValue().asText()));
        settings.keySet().removeAll(OWN_SETTINGS);
        return new Plan(
                node(entry.path("Plan")),
                triggers(entry.path("Triggers")),
                jit(entry.path("JIT")),
                settings,
                number(entry, "Planning Time"),
                number(entry, "Execution Time"));
    }

    private PlanNode node(JsonNode json) {
        int id = nextId++;
        List<PlanNode> children = new ArrayList<>();
        json.path("Plans").forEach(child -> children.add(node(child)));
        List<Facts> workers = new ArrayList<>();
        json.path("Workers").forEach(worker -> workers.add(facts(worker)));
        Estimate estimate = new Estimate(
                json.path("Startup Cost").asDouble(),
                json.path("Total Cost").asDouble(),
                json.path("Plan Rows").asDouble(),
                json.path("Plan Width").asInt());
        return new PlanNode(
                id, json.path("Node Type").asText(), facts(json), estimate, actual(json), workers, children);
    }

    private static Optional<Actual> actual(JsonNode json) {
        if (!json.has("Actual Loops")) {
            return Optional.empty();
        }
        return Optional.of(new Actual(
                json.has("Actual Total Time"),
                json.path("Actual Startup Time").asDouble(),
                json.path("Actual Total Time").asDouble(),
                json.path("Actual Rows").asDouble(),
                json.path("Actual Loops").asDouble()));
    }

    private static Facts facts(JsonNode json) {
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        json.properties().stream()
                .filter(one -> !STRUCTURE.contains(one.getKey()))
                .forEach(one -> add(facts, one.getKey(), one.getValue()));
        return new Facts(facts);
    }

    private static void add(Map<String, String> facts, String name, JsonNode value) {
        if (value.isObject()) {
            value.properties().forEach(one -> add(facts, name + " / " + one.getKey(), one.getValue()));
        } else if (value.isArray()) {
            addAll(facts, name, value);
        } else {
            facts.put(name, value.asText());
        }
    }

    private static void addAll(Map<String, String> facts, String name, JsonNode values) {
        StringJoiner text = new StringJoiner(", ");
        int number = 0;
        for (JsonNode value : values) {
            number++;
            if (value.isObject()) {
                add(facts, name + " " + number, value);
            } else {
                text.add(value.isArray() ? value.toString() : value.asText());
            }
        }
        if (text.length() > 0) {
            facts.put(name, text.toString());
        }
    }

    private static List<PlanTrigger> triggers(JsonNode json) {
        List<PlanTrigger> triggers = new ArrayList<>();
        json.forEach(one -> triggers.add(new PlanTrigger(
                one.path("Trigger Name").asText(),
                one.path("Constraint Name").asText(),
                one.path("Relation").asText(),
                one.path("Time").asDouble(),
                one.path("Calls").asDouble())));
        return triggers;
    }

    private static Optional<PlanJit> jit(JsonNode json) {
        return json.isObject()
                ? Optional.of(new PlanJit(
                        json.path("Functions").asInt(),
                        json.path("Timing").path("Total").asDouble()))
                : Optional.empty();
    }

    private static OptionalDouble number(JsonNode json, String name) {
        return json.has(name) ? OptionalDouble.of(json.path(name).asDouble()) : OptionalDouble.empty();
    }
}
