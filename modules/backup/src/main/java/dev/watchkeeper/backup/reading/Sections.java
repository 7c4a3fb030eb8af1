package dev.watchkeeper.backup.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a {@link SectionScript} printed. */
public final class Sections {
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Section(String name, byte[] bytes) {}

    private final List<Section> sections = new ArrayList<>();

    /** @param token the word in the marks */
    public Sections(String token, byte[] printed) {
        byte[] mark = ("\0" + token + " ").getBytes(StandardCharsets.US_ASCII);
        int at = Bytes.indexOf(printed, mark, 0);
        while (at >= 0) {
            int name = at + mark.length;
            int body = Bytes.indexOf(printed, new byte[] {0}, name);
            if (body < 0) {
                return;
            }
            int next = Bytes.indexOf(printed, mark, body);
            sections.add(new Section(
                    new String(printed, name, body - name, StandardCharsets.UTF_8),
                    Arrays.copyOfRange(printed, body + 1, next < 0 ? printed.length : next)));
            at = next;
        }
    }

    /** Whether the script came to its end. */
    public boolean isComplete() {
        return has("end");
    }

    public boolean has(String name) {
        return sections.stream().anyMatch(one -> one.name().equals(name));
    }

    /** The bytes of the first section of that name; empty if there is none. */
    public byte[] bytes(String name) {
        return all(name).stream().findFirst().orElse(new byte[0]);
    }

    /** The same as text, without white space around it. */
    public String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8).strip();
    }

    /** The same if anything stands there. */
    public Optional<String> words(String name) {
        return Optional.of(text(name)).filter(text -> !text.isEmpty());
    }

    /** Every section of that name, in order. */
    public List<byte[]> all(String name) {
        return sections.stream()
                .filter(one -> one.name().equals(name))
                .map(Section::bytes)
                .toList();
    }

    /** What stands behind the prefix in the names of sections, in order. */
    public List<String> namesBehind(String prefix) {
        return sections.stream()
                .map(Section::name)
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .toList();
    }

    /** The exit status of what {@code run NAME} ran; -1 if it was not run. */
    public int exit(String name) {
        return words(name + ".exit").map(Integer::parseInt).orElse(-1);
    }
}
