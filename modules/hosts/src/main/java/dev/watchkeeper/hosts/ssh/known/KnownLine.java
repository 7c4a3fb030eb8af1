package dev.watchkeeper.hosts.ssh.known;

import dev.watchkeeper.hosts.ssh.config.Patterns;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A line of a {@code known_hosts} file.
 *
 * @param number from 1
 * @param marker {@code @revoked}, {@code @cert-authority}, or nothing
 * @param names patterns with commas between, or one hashed name
 */
public record KnownLine(Path file, int number, String marker, String names, HostKey key) {
    private static final String REVOKED = "@revoked";
    private static final String AUTHORITY = "@cert-authority";
    private static final String HASHED = "|1|";

    /** Empty for what is no line about a key: comments, empty and broken lines. */
    static Optional<KnownLine> of(Path file, int number, String text) {
        String line = text.strip();
        if (line.isEmpty() || line.startsWith("#")) {
            return Optional.empty();
        }
        String[] words = line.split("\\s+", 5);
        int first = line.startsWith("@") ? 1 : 0;
        if (words.length < first + 3 || !isBase64(words[first + 2])) {
            return Optional.empty();
        }
        return Optional.of(new KnownLine(
                file,
                number,
                first == 1 ? words[0] : "",
                words[first],
                new HostKey(words[first + 1], words[first + 2])));
    }

    private static boolean isBase64(String word) {
        try {
            return Base64.getDecoder().decode(word).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A line as it is written for a host. */
    static String write(String name, HostKey key) {
        return name + " " + key.type() + " " + key.base64();
    }

    /** The name so that nobody can read it. */
    static String hashed(String name, byte[] salt) {
        Base64.Encoder base64 = Base64.getEncoder();
        return HASHED + base64.encodeToString(salt) + "|" + base64.encodeToString(hash(name, salt));
    }

    boolean isRevoked() {
        return marker.equals(REVOKED);
    }

    boolean isAuthority() {
        return marker.equals(AUTHORITY);
    }

    /** Whether it simply says that a host has this key. */
    boolean isPlain() {
        return marker.isEmpty();
    }

    /** Whether it speaks of a host: {@code name} or {@code [name]:port}, in lower case. */
    boolean isAbout(String name) {
        if (!names.startsWith(HASHED)) {
            return Patterns.anyFits(List.of(names.toLowerCase(Locale.ROOT).split(",", -1)), name);
        }
        String[] parts = names.substring(HASHED.length()).split("\\|", -1);
        try {
            return parts.length == 2
                    && MessageDigest.isEqual(
                            Base64.getDecoder().decode(parts[1]),
                            hash(name, Base64.getDecoder().decode(parts[0])));
        } catch (IllegalArgumentException broken) {
            return false;
        }
    }

    private static byte[] hash(String name, byte[] salt) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(salt, "HmacSHA1"));
            return mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("a salt that is none", e);
        }
    }

    /** Where it stands: {@code /home/ada/.ssh/known_hosts line 12}. */
    public String place() {
        return file + " line " + number;
    }
}
