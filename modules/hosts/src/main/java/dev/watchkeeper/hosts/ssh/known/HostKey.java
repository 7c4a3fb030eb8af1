package dev.watchkeeper.hosts.ssh.known;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The public key of a host.
 *
 * @param type as SSH calls it: {@code ssh-ed25519}
 * @param base64 the key as it stands in files
 */
public record HostKey(String type, String base64) {
    /** Of the bytes as they come over the wire. */
    public static HostKey of(String type, byte[] blob) {
        return new HostKey(type, Base64.getEncoder().encodeToString(blob));
    }

    /** {@code SHA256:…}, exactly as {@code ssh} and {@code ssh-keygen -l} print it. */
    public String fingerprint() {
        return fingerprint(Base64.getDecoder().decode(base64));
    }

    /** The same of any public key. */
    public static String fingerprint(byte[] blob) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(blob);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The type as people say it: {@code ED25519}. */
    public String title() {
        return switch (type) {
            case "ssh-rsa" -> "RSA";
            case "ssh-dss" -> "DSA";
            default -> type.startsWith("ecdsa") ? "ECDSA" : type.contains("ed25519") ? "ED25519" : type;
        };
    }

    /** For a person: {@code ED25519 SHA256:…}. */
    public String words() {
        return title() + " " + fingerprint();
    }
}
