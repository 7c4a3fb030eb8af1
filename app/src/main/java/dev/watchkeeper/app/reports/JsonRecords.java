package dev.watchkeeper.app.reports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.poll.Cost;
import dev.watchkeeper.kernel.poll.Snapshot;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what one pane saw of one target at one moment as one JSON object, without a line break. */
public final class JsonRecords {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private JsonRecords() {}

    /** The rows, with what they are of and what they cost. */
    public static void write(Writer out, String pane, String target, Snapshot<?> snapshot, Records records)
            throws IOException {
        write(out, pane, target, snapshot, List.of(records));
    }

    /** The lists by their names, with what they are of and what they cost. */
    public static void write(Writer out, String pane, String target, Snapshot<?> snapshot, List<Records> lists)
            throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            head(json, pane, target, snapshot.takenAt());
            json.writeStringField("server_version", snapshot.version().full());
            cost(json, snapshot.cost());
            for (Records list : lists) {
                json.writeFieldName(list.name());
                value(json, list.rows());
            }
            json.writeEndObject();
        }
    }

    /**
     * Why there are no rows.
     *
     * @param at by the workstation's clock, for the server can't be asked
     */
    public static void write(Writer out, String pane, String target, Instant at, Fault fault) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            head(json, pane, target, at);
            json.writeObjectFieldStart("error");
            json.writeStringField("kind", fault.kind().label());
            json.writeStringField("message", fault.message());
            json.writeStringField("advice", fault.advice());
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    /** One row alone. */
    public static void write(Writer out, Records.Row row) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            object(json, row.values());
        }
    }

    private static void head(JsonGenerator json, String pane, String target, Instant at) throws IOException {
        json.writeStartObject();
        json.writeStringField("pane", pane);
        json.writeStringField("target", target);
        json.writeStringField("taken_at", at.toString());
    }

    private static void cost(JsonGenerator json, Cost cost) throws IOException {
        json.writeObjectFieldStart("cost");
        json.writeNumberField("server_ms", Math.round(cost.serverMillis() * 1000) / 1000.0);
        json.writeNumberField("bytes", cost.bytes());
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
            return;
        }
        switch (value) {
            case Boolean flag -> json.writeBoolean(flag);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case Collection<?> list -> array(json, list);
            case Map<?, ?> map -> object(json, map);
            default -> json.writeString(value.toString());
        }
    }

    private static void array(JsonGenerator json, Collection<?> list) throws IOException {
        json.writeStartArray();
        for (Object element : list) {
            value(json, element);
        }
        json.writeEndArray();
    }

    private static void object(JsonGenerator json, Map<?, ?> map) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            json.writeFieldName(String.valueOf(entry.getKey()));
            value(json, entry.getValue());
        }
        json.writeEndObject();
    }
}
