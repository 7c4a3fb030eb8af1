package dev.watchkeeper.app.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.watchkeeper.redis.resp.Blob;
import dev.watchkeeper.redis.resp.Reply;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An answer of Redis as JSON; bytes that are no text as {@code {"base64": …}}, a refusal as {@code {"error": …}}. */
final class ReplyJson {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator out;

    private ReplyJson(JsonGenerator out) {
        this.out = out;
    }

    /** In one line. */
    static String of(Reply reply) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            new ReplyJson(out).write(reply);
        }
        return text.toString();
    }

    private void write(Reply reply) throws IOException {
        switch (reply) {
            case Reply.Nil nil -> out.writeNull();
            case Reply.Whole whole -> out.writeNumber(whole.number());
            case Reply.Huge huge -> out.writeNumber(huge.value());
            case Reply.Decimal decimal -> decimal(decimal.value());
            case Reply.Truth truth -> out.writeBoolean(truth.yes());
            case Reply.Failure failure -> named("error", failure.said());
            case Reply.Status status -> out.writeString(status.words());
            case Reply.Bulk bulk -> blob(bulk.value());
            case Reply.Verbatim verbatim -> blob(verbatim.value());
            case Reply.Pairs pairs -> pairs(pairs.pairs());
            case Reply.Items items -> list(items.parts());
            case Reply.Members members -> list(members.parts());
            case Reply.Push push -> list(push.parts());
        }
    }

    /** JSON knows neither infinity nor "not a number". */
    private void decimal(double value) throws IOException {
        if (Double.isFinite(value)) {
            out.writeNumber(value);
        } else {
            out.writeString(Double.toString(value));
        }
    }

    private void blob(Blob value) throws IOException {
        if (value.isUtf8()) {
            out.writeString(value.text());
        } else {
            named("base64", Base64.getEncoder().encodeToString(value.bytes()));
        }
    }

    private void named(String name, String value) throws IOException {
        out.writeStartObject();
        out.writeStringField(name, value);
        out.writeEndObject();
    }

    private void list(List<Reply> parts) throws IOException {
        out.writeStartArray();
        for (Reply part : parts) {
            write(part);
        }
        out.writeEndArray();
    }

    /** An object, where every name is a text of its own; else pairs. */
    private void pairs(List<Reply.Pair> pairs) throws IOException {
        if (!isObject(pairs)) {
            out.writeStartArray();
            for (Reply.Pair pair : pairs) {
                list(List.of(pair.name(), pair.value()));
            }
            out.writeEndArray();
            return;
        }
        out.writeStartObject();
        for (Reply.Pair pair : pairs) {
            out.writeFieldName(pair.name().text());
            write(pair.value());
        }
        out.writeEndObject();
    }

    private static boolean isObject(List<Reply.Pair> pairs) {
        Set<String> names = new HashSet<>();
        return pairs.stream()
                .allMatch(pair -> pair.name().parts().isEmpty()
                        && pair.name().blob().isUtf8()
                        && names.add(pair.name().text()));
    }
}
