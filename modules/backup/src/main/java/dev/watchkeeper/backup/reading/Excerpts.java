package dev.watchkeeper.backup.reading;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The beginnings or ends of many files, as GNU's {@code head -v -c} and {@code tail -v -c} print them: one process for
 * hundreds of files. Which names come, in which order, and how long each piece is, is known from the listing, so that
 * nothing in a name or a file can be taken for another one's beginning.
 */
public final class Excerpts {
    private static final byte[] BEGIN = "==> ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BETWEEN = "\n==> ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = " <==\n".getBytes(StandardCharsets.US_ASCII);

    private final byte[] printed;
    private final byte[] root;
    private final int most;

    private Excerpts(byte[] printed, byte[] root, int most) {
        this.printed = printed;
        this.root = root;
        this.most = most;
    }

    /**
     * Takes them apart.
     *
     * @param root the folder as the script named it
     * @param files those that may be among them, in the order in which they were printed; others may be between
     * @param most the bytes of each at most
     * @return by the path below the folder; a file that could not be read is not there
     */
    public static Map<String, byte[]> of(byte[] printed, byte[] root, List<HostFile> files, int most) {
        return new Excerpts(printed, root, most).all(files);
    }

    private Map<String, byte[]> all(List<HostFile> files) {
        Map<String, byte[]> pieces = new HashMap<>();
        int at = 0;
        int next = 0;
        while (at >= 0 && at < printed.length) {
            int start = Bytes.startsWith(printed, BETWEEN, at) ? at + 1 : at;
            int found = find(files, next, start);
            if (found < 0) {
                at = resync(start + 1);
                continue;
            }
            HostFile file = files.get(found);
            int body = start + header(file).length;
            int end = (int) Math.min(printed.length, body + Math.min(most, file.size()));
            end = isEnd(end) ? end : resync(body) < 0 ? printed.length : resync(body);
            pieces.put(file.path(), Arrays.copyOfRange(printed, body, Math.min(end, body + most)));
            next = found + 1;
            at = end;
        }
        return pieces;
    }

    /** The file whose header stands here; -1 if none of those that are left. */
    private int find(List<HostFile> files, int from, int at) {
        if (!Bytes.startsWith(printed, BEGIN, at)) {
            return -1;
        }
        for (int i = from; i < files.size(); i++) {
            if (!files.get(i).folder() && Bytes.startsWith(printed, header(files.get(i)), at)) {
                return i;
            }
        }
        return -1;
    }

    private byte[] header(HostFile file) {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        header.writeBytes(BEGIN);
        header.writeBytes(root);
        if (file.name().length > 0) {
            header.write('/');
            header.writeBytes(file.name());
        }
        header.writeBytes(END);
        return header.toByteArray();
    }

    private boolean isEnd(int at) {
        return at == printed.length || Bytes.startsWith(printed, BETWEEN, at) || Bytes.startsWith(printed, BEGIN, at);
    }

    /** Where the next one begins, if a file was written to in between. */
    private int resync(int from) {
        return Bytes.indexOf(printed, BETWEEN, from);
    }
}
