package dev.watchkeeper.backup.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A part of an S3 bucket, as {@code aws} or {@code rclone} on the host lists it. */
final class Bucket {
    private static final String OBJECT = "object ";

    private final Sections sections;
    private final String path;
    private final String host;

    Bucket(Sections sections, String path, String host) {
        this.sections = sections;
        this.path = path.replaceAll("/+$", "");
        this.host = host;
    }

    Listing listing() {
        List<HostFile> files = new ArrayList<>();
        Optional<Fault> closed = closed();
        if (closed.isEmpty()) {
            closed = read(files);
        }
        Map<String, byte[]> heads = new HashMap<>();
        for (String object : sections.namesBehind(OBJECT)) {
            heads.put(object, sections.bytes(OBJECT + object));
        }
        return new Listing(
                path,
                files,
                heads,
                Map.of(),
                Map.of(),
                Sidecar.all(heads),
                false,
                closed,
                closed,
                sections.words("by"));
    }

    private Optional<Fault> closed() {
        if (sections.has("notool")) {
            return Optional.of(new Fault(
                    FaultKind.UNSUPPORTED,
                    "there is neither aws nor rclone on " + host + ", so that " + path + " can't be read",
                    "Install one of them there"));
        }
        return sections.exit("objects") == 0
                ? Optional.empty()
                : Optional.of(new Fault(
                        FaultKind.FAILED,
                        sections.text("by") + " on " + host + " can't list " + path + ": "
                                + sections.text("objects.error").lines().reduce("", (one, other) -> other),
                        "Look at the credentials of the user there"));
    }

    private Optional<Fault> read(List<HostFile> files) {
        try {
            JsonNode told = new ObjectMapper().readTree(sections.bytes("objects"));
            boolean aws = sections.text("by").equals("aws");
            String prefix = path.replaceFirst("s3://[^/]*/?", "");
            int behind = aws && !prefix.isEmpty() ? prefix.length() + 1 : 0;
            for (JsonNode object : aws ? told.path("Contents") : told) {
                String key = object.path(aws ? "Key" : "Path").asText();
                if (key.length() > behind && !key.endsWith("/")) {
                    files.add(new HostFile(
                            false,
                            object.path("Size").asLong(),
                            instant(object.path(aws ? "LastModified" : "ModTime")
                                    .asText()),
                            key.substring(behind).getBytes(StandardCharsets.UTF_8)));
                }
            }
            return Optional.empty();
        } catch (IOException broken) {
            return Optional.of(
                    new Fault(FaultKind.FAILED, "what " + sections.text("by") + " on " + host + " lists is no JSON"));
        }
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unknown) {
            return Instant.EPOCH;
        }
    }
}
