package dev.watchkeeper.backup.dump;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.reading.Bytes;
import dev.watchkeeper.backup.reading.HostFile;
import dev.watchkeeper.backup.reading.Listing;
import dev.watchkeeper.backup.reading.Packed;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Tells dumps from other files by how they begin and end. */
final class DumpFiles {
    private static final byte[] USTAR = "ustar".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FIRST_IN_TAR = "toc.dat\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OPENSSL = "Salted__".getBytes(StandardCharsets.US_ASCII);
    private static final int USTAR_AT = 257;
    private static final int BLOCK = 512;
    /** Of definitions alone, or of an empty database. */
    private static final String WITHOUT_ROWS = ", without rows";

    private final Listing listing;
    private final Map<String, byte[]> heads;
    private final Map<String, byte[]> tails;

    DumpFiles(Listing listing) {
        this.listing = listing;
        this.heads = listing.heads();
        this.tails = listing.tails();
    }

    /** Empty if it is none, and is not called like one. */
    Optional<Dump> dump(HostFile file) {
        String path = file.path();
        byte[] head = heads.get(path);
        boolean named = DumpName.isOfADump(file.baseName());
        if (head == null) {
            return named ? Optional.of(unread(file)) : Optional.empty();
        }
        if (DumpName.isEncrypted(file.baseName()) || Bytes.startsWith(head, OPENSSL, 0)) {
            return named
                    ? Optional.of(dump(file, DumpHead.of("", Optional.empty()), "encrypted", true))
                    : Optional.empty();
        }
        Optional<Packed> packed = Packed.of(head);
        byte[] bare = bare(path, head, packed);
        String packing = packed.map(Packed::label).orElse("");
        Optional<DumpHead> known = known(bare);
        if (known.isPresent()) {
            return Optional.of(dump(file, checked(file, known.get(), packed.isPresent()), packing, false));
        }
        return named ? Optional.of(dump(file, unknown(file, bare, packed), packing, false)) : Optional.empty();
    }

    private Dump unread(HostFile file) {
        return listing.looked()
                ? dump(file, error("it could not be read"), "", false)
                : dump(file, DumpHead.of("", Optional.empty()), "", DumpName.isEncrypted(file.baseName()));
    }

    private byte[] bare(String path, byte[] head, Optional<Packed> packed) {
        if (packed.isEmpty()) {
            return head;
        }
        return packed.get() == Packed.GZIP
                ? Packed.gunzip(head)
                : listing.unpacked().getOrDefault(path, new byte[0]);
    }

    private static Optional<DumpHead> known(byte[] head) {
        if (ArchiveHeader.isAt(head, 0)) {
            return Optional.of(ArchiveHeader.read(head, 0));
        }
        if (Bytes.startsWith(head, USTAR, USTAR_AT)) {
            return Bytes.startsWith(head, FIRST_IN_TAR, 0)
                    ? Optional.of(ArchiveHeader.read(head, BLOCK).in(DumpHead.TAR))
                    : Optional.empty();
        }
        return PlainHead.read(head);
    }

    /** What its end says of one that is not packed. */
    private DumpHead checked(HostFile file, DumpHead head, boolean packed) {
        byte[] tail = tails.getOrDefault(file.path(), new byte[0]);
        if (packed || head.error().isPresent() || tail.length == 0) {
            return head;
        }
        boolean whole = switch (head.format()) {
            case DumpHead.PLAIN -> PlainHead.isWhole(tail);
            case DumpHead.CLUSTER -> PlainHead.isWholeCluster(tail);
            case DumpHead.CUSTOM -> CustomEnd.isWhole(tail);
            case DumpHead.TAR -> file.size() % BLOCK == 0 && isZero(tail);
            default -> true;
        };
        return whole ? head : broken(head);
    }

    private static DumpHead broken(DumpHead head) {
        return new DumpHead(
                head.format(),
                head.database(),
                head.created(),
                head.server(),
                head.tool(),
                Optional.of("it breaks off: the end of a dump is missing"));
    }

    private static boolean isZero(byte[] bytes) {
        for (byte one : bytes) {
            if (one != 0) {
                return false;
            }
        }
        return true;
    }

    private static DumpHead unknown(HostFile file, byte[] bare, Optional<Packed> packed) {
        if (file.size() == 0) {
            return error("it is empty");
        }
        if (packed.isPresent() && packed.get() != Packed.GZIP && bare.length == 0) {
            return DumpHead.of("", Optional.empty());
        }
        return error(bare.length == 0 ? "it can't be unpacked" : "it does not begin as a dump does");
    }

    private static DumpHead error(String why) {
        return DumpHead.of("", Optional.of(why));
    }

    private Dump dump(HostFile file, DumpHead head, String packing, boolean encrypted) {
        boolean globals = head.format().equals(DumpHead.CLUSTER) && isOfGlobals(file, packing);
        return new Dump(
                file.path(),
                head,
                packing,
                encrypted,
                file.size(),
                file.changedAt(),
                globals ? Backup.GLOBALS : form(file, head, packing));
    }

    private String form(HostFile file, DumpHead head, String packing) {
        byte[] tail = tails.getOrDefault(file.path(), new byte[0]);
        boolean custom = packing.isEmpty() && head.format().equals(DumpHead.CUSTOM);
        return custom && CustomEnd.isWithoutRows(tail) ? head.format() + WITHOUT_ROWS : head.format();
    }

    private boolean isOfGlobals(HostFile file, String packing) {
        byte[] tail = tails.getOrDefault(file.path(), new byte[0]);
        return DumpName.isOfGlobals(file.baseName())
                || (packing.isEmpty() && PlainHead.isWholeCluster(tail) && PlainHead.isWithoutDatabase(tail));
    }
}
