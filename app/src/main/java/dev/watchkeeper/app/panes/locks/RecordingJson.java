package dev.watchkeeper.app.panes.locks;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.watchkeeper.postgres.locks.BlockingForest;
import dev.watchkeeper.postgres.locks.Edge;
import dev.watchkeeper.postgres.locks.ForestRecorder;
import dev.watchkeeper.postgres.locks.Lockable;
import dev.watchkeeper.postgres.locks.Member;
import dev.watchkeeper.postgres.locks.Wait;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Predicate;

/** A recording as JSON: one line for each moment; keys as PostgreSQL names its columns, units in their names. */
final class RecordingJson {
    private final String target;
    private final JsonMapper mapper = JsonMapper.builder()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();

    RecordingJson(String target) {
        this.target = target;
    }

    void write(List<ForestRecorder.Frame> frames, Writer out) throws IOException {
        for (ForestRecorder.Frame frame : frames) {
            try (JsonGenerator json = mapper.createGenerator(out)) {
                write(frame, json);
            }
            out.write('\n');
        }
        out.flush();
    }

    private void write(ForestRecorder.Frame frame, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("pane", "locks");
        json.writeStringField("target", target);
        json.writeStringField("taken_at", frame.at().toString());
        json.writeNumberField("waiting", frame.waiting());
        json.writeNumberField("roots", frame.roots());
        json.writeArrayFieldStart("rows");
        for (Member member : frame.forest().members()) {
            write(member, frame, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(Member member, ForestRecorder.Frame frame, JsonGenerator json) throws IOException {
        BlockingForest forest = frame.forest();
        json.writeStartObject();
        json.writeNumberField("pid", member.party().pid());
        if (member.party().isPrepared()) {
            json.writeStringField("gid", member.party().gid());
        }
        pids("blocked_by", forest.blockersOf(member.party()), edge -> true, json);
        pids("soft_blocked_by", forest.blockersOf(member.party()), Edge::soft, json);
        Wait awaits = member.awaits();
        if (awaits != null) {
            lock(awaits.what(), awaits.mode().label(), json);
            json.writeNumberField("wait_ms", awaits.lasts(frame.at()).toMillis());
        }
        json.writeArrayFieldStart("holds");
        for (Member.Held held : member.holds()) {
            json.writeStartObject();
            lock(held.what(), held.mode().label(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("usename", member.user());
        json.writeStringField("datname", member.database());
        json.writeStringField("application_name", member.application());
        json.writeStringField("client_addr", member.client());
        json.writeStringField("state", member.state().label());
        json.writeNumberField("xact_age_ms", member.xactAge(frame.at()).toMillis());
        json.writeStringField("query", member.query());
        json.writeEndObject();
    }

    private static void lock(Lockable what, String mode, JsonGenerator json) throws IOException {
        json.writeStringField("lock", what.name());
        json.writeStringField("locktype", what.type());
        json.writeStringField("mode", mode);
    }

    private static void pids(String key, List<Edge> edges, Predicate<Edge> which, JsonGenerator json)
            throws IOException {
        json.writeArrayFieldStart(key);
        for (Edge edge : edges) {
            if (which.test(edge)) {
                json.writeNumber(edge.blocker().pid());
            }
        }
        json.writeEndArray();
    }
}
