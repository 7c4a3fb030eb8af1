package dev.watchkeeper.backup.reading;

import dev.watchkeeper.kernel.fault.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What lies in a folder or a bucket, and how it begins and ends. What is not there could not be read.
 *
 * @param root where it is, for a person; paths follow behind a slash
 * @param heads first bytes by path
 * @param tails last bytes by path
 * @param unpacked first bytes, unpacked, of files that only the host could unpack
 * @param sidecars by the path of what they tell of
 * @param looked whether every file was looked into; if not, some are known by their names only
 * @param closed why there is nothing of it
 * @param trouble why there is not all of it
 * @param tool with what it was read, if that is one that may be missing
 */
public record Listing(
        String root,
        List<HostFile> files,
        Map<String, byte[]> heads,
        Map<String, byte[]> tails,
        Map<String, byte[]> unpacked,
        Map<String, Sidecar> sidecars,
        boolean looked,
        Optional<Fault> closed,
        Optional<Fault> trouble,
        Optional<String> tool) {
    private static final int SIDECAR = 65_536;
    private static final String S3 = "s3://";

    /** Whether a path is that of a bucket. */
    public static boolean isBucket(String path) {
        return path.startsWith(S3);
    }

    /**
     * The question for a path.
     *
     * @param owner beside whose class the file {@code list.sh} for a folder is
     * @param head how many of a file's first bytes are wanted
     * @param tail how many of its last ones, where that is possible
     */
    public static SectionScript script(String path, Class<?> owner, int head, int tail) {
        SectionScript script =
                new SectionScript().set("head", Integer.toString(head)).set("tail", Integer.toString(tail));
        if (!isBucket(path)) {
            return script.path("root", path).add(owner, "list.sh");
        }
        String[] parts = path.substring(S3.length()).replaceAll("/+$", "").split("/", 2);
        return script.set("bucket", parts[0])
                .set("prefix", parts.length > 1 ? parts[1] : "")
                .add(Listing.class, "bucket.sh");
    }

    /** The answer to it. */
    public static Listing of(Sections sections, String path, String host, int head, int tail) {
        if (isBucket(path)) {
            return new Bucket(sections, path, host).listing();
        }
        Folder folder = new Folder(sections, path + " on " + host);
        return new Listing(
                sections.text("root"),
                folder.files(),
                folder.pieces("heads", head),
                folder.pieces("tails", tail),
                folder.unpacked(),
                Sidecar.all(folder.pieces("sidecars", SIDECAR)),
                true,
                folder.closed(),
                folder.trouble(),
                Optional.empty());
    }
}
