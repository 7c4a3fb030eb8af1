package dev.watchkeeper.backup.reading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** How a file is packed, by its first bytes. */
public enum Packed {
    GZIP("1f8b"),
    ZSTD("28b52ffd"),
    LZ4("04224d18"),
    XZ("fd377a585a00"),
    BZIP2("425a68");

    private final String magic;

    /** @param magic its first bytes as hexadecimal digits */
    Packed(String magic) {
        this.magic = magic;
    }

    /** As people call it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty if it is not packed, or in a way of its own. */
    public static Optional<Packed> of(byte[] head) {
        return Arrays.stream(values())
                .filter(one -> Bytes.startsWith(head, HexFormat.of().parseHex(one.magic), 0))
                .findFirst();
    }

    /** As much of gzipped bytes as is there; none if they are damaged from the start. */
    public static byte[] gunzip(byte[] head) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] some = new byte[64];
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(head))) {
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                out.write(some, 0, n);
            }
        } catch (IOException endsHere) {
            return out.toByteArray();
        }
        return out.toByteArray();
    }
}
