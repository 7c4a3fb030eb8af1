package dev.watchkeeper.hosts.ssh.known;

import dev.watchkeeper.hosts.ssh.config.Destination.Trust;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is known of one host, as the files are now. Immutable. */
public final class KnownHosts {
    private static final int SALT = 20;

    private final Trust trust;
    private final List<KnownLine> lines;
    private final List<KnownLine> withoutPort;

    private KnownHosts(Trust trust, List<KnownLine> all) {
        this.trust = trust;
        this.lines = all.stream().filter(line -> line.isAbout(trust.name())).toList();
        this.withoutPort = trust.plain().stream()
                .flatMap(name -> all.stream().filter(line -> line.isAbout(name)))
                .toList();
    }

    /**
     * Reads the files that are there.
     *
     * @throws FaultException BAD_INPUT if one can't be read: what it forbids must not be overlooked
     */
    public static KnownHosts read(Trust trust) throws FaultException {
        List<KnownLine> all = new ArrayList<>();
        for (Path file : Stream.concat(trust.files().stream(), trust.machine().stream())
                .distinct()
                .toList()) {
            all.addAll(lines(file));
        }
        return new KnownHosts(trust, all);
    }

    /** The types of the keys by which the host is known, so that it is asked for one of these. */
    public List<String> types() {
        return plain(lines.stream().anyMatch(KnownLine::isPlain) ? lines : withoutPort)
                .map(line -> line.key().type())
                .distinct()
                .toList();
    }

    /** Whether the host has this key. A known host that shows a key of another type has changed too. */
    public Verdict of(HostKey key) {
        Optional<KnownLine> revoked = Stream.concat(lines.stream(), withoutPort.stream())
                .filter(line -> line.isRevoked() && line.key().base64().equals(key.base64()))
                .findFirst();
        if (revoked.isPresent()) {
            return new Verdict.Revoked(revoked.get());
        }
        if (plain(lines).anyMatch(line -> line.key().base64().equals(key.base64()))) {
            return new Verdict.Known();
        }
        Optional<KnownLine> other = plain(lines)
                .filter(line -> line.key().type().equals(key.type()))
                .findFirst()
                .or(() -> plain(lines).findFirst());
        if (other.isPresent()) {
            return new Verdict.Changed(other.get());
        }
        return plain(withoutPort).anyMatch(line -> line.key().base64().equals(key.base64()))
                ? new Verdict.Known()
                : new Verdict.Unknown(lines.stream().anyMatch(KnownLine::isAuthority));
    }

    /**
     * Writes down that the host has this key.
     *
     * @return the file
     * @throws FaultException FAILED if it can't be written
     */
    public Path add(HostKey key) throws FaultException {
        Path file = trust.files().stream()
                .findFirst()
                .orElseThrow(() -> new FaultException(
                        FaultKind.BAD_INPUT,
                        "there is no known_hosts file to write the key of " + trust.name() + " to",
                        ""));
        String name = trust.hashed() ? KnownLine.hashed(trust.name(), salt()) : trust.name();
        try {
            append(file, KnownLine.write(name, key));
            return file;
        } catch (IOException e) {
            throw new FaultException(
                    FaultKind.FAILED,
                    "the key of " + trust.name() + " can't be written to " + file + ": " + e.getMessage(),
                    "");
        }
    }

    private static Stream<KnownLine> plain(List<KnownLine> lines) {
        return lines.stream().filter(KnownLine::isPlain);
    }

    private static byte[] salt() {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        return salt;
    }

    private static void append(Path file, String line) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            if (posix) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        }
        boolean isNew = !Files.exists(file);
        String before = isNew || endsLine(file) ? "" : "\n";
        Files.writeString(
                file,
                before + line + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        if (isNew && posix) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static boolean endsLine(Path file) throws IOException {
        byte[] all = Files.readAllBytes(file);
        return all.length == 0 || all[all.length - 1] == '\n';
    }

    private static List<KnownLine> lines(Path file) throws FaultException {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            String[] all = Files.readString(file, StandardCharsets.ISO_8859_1).split("\n", -1);
            List<KnownLine> lines = new ArrayList<>();
            for (int i = 0; i < all.length; i++) {
                KnownLine.of(file, i + 1, all[i]).ifPresent(lines::add);
            }
            return lines;
        } catch (IOException e) {
            throw new FaultException(FaultKind.BAD_INPUT, file + " can't be read: " + e.getMessage(), "");
        }
    }
}
