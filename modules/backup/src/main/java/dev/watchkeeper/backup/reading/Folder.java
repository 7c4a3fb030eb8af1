package dev.watchkeeper.backup.reading;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A folder on a host that was looked through: its files, how they begin and end. */
public final class Folder {
    private final Sections sections;
    private final String title;
    private final List<HostFile> files;
    private final byte[] root;

    /** @param title what and where it is, for a person: {@code /var/backups on pg-1} */
    public Folder(Sections sections, String title) {
        this.sections = sections;
        this.title = title;
        this.files = HostFile.list(sections.bytes("files"));
        this.root = sections.bytes("root");
    }

    /** Why nothing is to be seen of it. */
    public Optional<Fault> closed() {
        if (sections.has("ungnu")) {
            return Optional.of(new Fault(
                    FaultKind.UNSUPPORTED,
                    "find is not GNU's where " + title + " is, so that it can't be listed",
                    "Install findutils and coreutils there"));
        }
        if (sections.has("missing")) {
            return Optional.of(new Fault(
                    FaultKind.BAD_INPUT, "there is no folder " + title, "Look at backups: in connections.yaml"));
        }
        return sections.has("denied")
                ? Optional.of(
                        new Fault(FaultKind.DENIED, "the folder " + title + " may not be read", "Come as another user"))
                : Optional.empty();
    }

    /** What could not be read of it. */
    public Optional<Fault> trouble() {
        return closed().or(() -> sections.words("files.error")
                .map(text -> new Fault(
                        FaultKind.DENIED,
                        "not all of " + title + " could be read: "
                                + text.lines().findFirst().orElse(""))));
    }

    /** All that lies in it, and in the folders in it. */
    public List<HostFile> files() {
        return files;
    }

    /** Pieces of files from a section, by their paths. */
    public Map<String, byte[]> pieces(String section, int most) {
        return Excerpts.of(sections.bytes(section), root, files, most);
    }

    /** The beginnings of files that only the host could unpack, by their paths. */
    public Map<String, byte[]> unpacked() {
        Map<String, byte[]> heads = new HashMap<>();
        for (byte[] section : sections.all("unpacked")) {
            int end = Bytes.indexOf(section, new byte[] {0}, 0);
            if (end > root.length) {
                HostFile named =
                        new HostFile(false, 0, Instant.EPOCH, Arrays.copyOfRange(section, root.length + 1, end));
                heads.put(named.path(), Arrays.copyOfRange(section, end + 1, section.length));
            }
        }
        return heads;
    }
}
