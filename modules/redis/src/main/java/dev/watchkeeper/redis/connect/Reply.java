package dev.watchkeeper.redis.connect;

import dev.watchkeeper.redis.resp.Blob;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** One answer of a server, as it comes over the wire (protocol RESP2). Immutable. */
public final class Reply {
    private final @Nullable Object raw;

    Reply(@Nullable Object raw) {
        this.raw = raw;
    }

    /** As text; empty for nil and for lists. */
    public String text() {
        if (raw instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        return raw instanceof Long number ? Long.toString(number) : "";
    }

    /** As bytes, which need not be text; empty for nil and for lists. */
    public Blob blob() {
        return raw instanceof byte[] bytes ? Blob.of(bytes) : Blob.of(text());
    }

    /** As a number; 0 if it is none. */
    public long number() {
        if (raw instanceof Long number) {
            return number;
        }
        try {
            return Long.parseLong(text());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Its parts; empty if it is no list. */
    public List<Reply> list() {
        return raw instanceof List<?> parts ? parts.stream().map(Reply::new).toList() : List.of();
    }

    /** Names and values that come one after the other, as {@code CONFIG GET} and {@code SENTINEL MASTER} give them. */
    public SequencedMap<String, String> pairs() {
        SequencedMap<String, String> pairs = new LinkedHashMap<>();
        List<Reply> parts = list();
        for (int i = 0; i + 1 < parts.size(); i += 2) {
            pairs.put(parts.get(i).text(), parts.get(i + 1).text());
        }
        return pairs;
    }

    /** Size of all values, in bytes. */
    public long bytes() {
        if (raw instanceof byte[] bytes) {
            return bytes.length;
        }
        return raw instanceof List<?> ? list().stream().mapToLong(Reply::bytes).sum() : 8;
    }
}
