package dev.watchkeeper.hosts.ssh.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer;

/** Public keys as bytes. */
public final class Blobs {
    private static final String CERTIFICATE = "-cert-v01@openssh.com";
    private static final String BEGIN = "-----BEGIN OPENSSH PRIVATE KEY-----";
    private static final String END = "-----END OPENSSH PRIVATE KEY-----";
    private static final byte[] MAGIC = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);

    private Blobs() {}

    static String type(byte[] blob) {
        try {
            return new Buffer.PlainBuffer(blob).readString();
        } catch (Buffer.BufferException e) {
            return "";
        }
    }

    static boolean isCertificate(byte[] blob) {
        return type(blob).endsWith(CERTIFICATE);
    }

    /** Whether a certificate is one of a key: it holds the same numbers behind its nonce. */
    static boolean isOf(byte[] certificate, byte[] key) {
        if (!isCertificate(certificate) || !type(certificate).equals(type(key) + CERTIFICATE)) {
            return false;
        }
        try {
            Buffer.PlainBuffer behind = new Buffer.PlainBuffer(certificate);
            behind.readString();
            behind.readBytes();
            Buffer.PlainBuffer numbers = new Buffer.PlainBuffer(key);
            numbers.readString();
            byte[] wanted = numbers.getCompactData();
            byte[] there = behind.getCompactData();
            return there.length > wanted.length && Arrays.equals(there, 0, wanted.length, wanted, 0, wanted.length);
        } catch (Buffer.BufferException broken) {
            return false;
        }
    }

    /** With which algorithms it can sign, the better first. */
    public static List<String> algorithms(String type) {
        return switch (type) {
            case "ssh-rsa" -> List.of("rsa-sha2-512", "rsa-sha2-256");
            case "ssh-rsa" + CERTIFICATE -> List.of("rsa-sha2-512" + CERTIFICATE, "rsa-sha2-256" + CERTIFICATE);
            default -> List.of(type);
        };
    }

    /** The key that is in a {@code .pub} file. */
    static Optional<byte[]> published(Path file) {
        try {
            if (Files.isRegularFile(file)) {
                String[] words =
                        Files.readString(file, StandardCharsets.UTF_8).strip().split("\\s+", 3);
                return words.length < 2
                        ? Optional.empty()
                        : Optional.of(Base64.getDecoder().decode(words[1]));
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether a private key can only be read with a passphrase. */
    static boolean isLocked(String privateKey) {
        return head(privateKey)
                .map(head -> !head.cipher().equals("none"))
                .orElseGet(() -> privateKey.contains("ENCRYPTED")
                        || (privateKey.contains("Encryption: ") && !privateKey.contains("Encryption: none")));
    }

    /** The public key that stands in clear before OpenSSH's private ones. */
    static Optional<byte[]> beside(String privateKey) {
        return head(privateKey).map(Head::blob);
    }

    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    private record Head(String cipher, byte[] blob) {}

    private static Optional<Head> head(String privateKey) {
        int begin = privateKey.indexOf(BEGIN);
        int end = privateKey.indexOf(END);
        if (begin < 0 || end < begin) {
            return Optional.empty();
        }
        try {
            byte[] all = Base64.getMimeDecoder().decode(privateKey.substring(begin + BEGIN.length(), end));
            Buffer.PlainBuffer buffer = new Buffer.PlainBuffer(all);
            buffer.readRawBytes(new byte[MAGIC.length]);
            String cipher = buffer.readString();
            buffer.readString(); // key derivation
            buffer.readBytes(); // and its options
            buffer.readUInt32(); // one key
            return Optional.of(new Head(cipher, buffer.readBytes()));
        } catch (Buffer.BufferException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
