package dev.watchkeeper.postgres.libpq;

import dev.watchkeeper.kernel.fault.FaultException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoding in connection URIs: UTF-8; a plus sign is a plus sign. */
final class PercentCode {
    private static final String FREE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private PercentCode() {}

    /** Everything but RFC 3986's unreserved characters is encoded. */
    static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b >= 0 && FREE.indexOf(b) >= 0) {
                encoded.append((char) b);
            } else {
                encoded.append("%%%02X".formatted(b & 0xff));
            }
        }
        return encoded.toString();
    }

    /**
     * Decodes one part of a URI.
     *
     * @param what the part's name, for the error
     */
    static String decode(String encoded, String what) throws FaultException {
        byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '%') {
                decoded.write(bytes[i]);
                continue;
            }
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
            if (high < 0 || low < 0 || high + low == 0) {
                throw broken(what);
            }
            decoded.write(high * 16 + low);
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(decoded.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw broken(what);
        }
    }

    private static FaultException broken(String what) {
        return Faults.badInput(
                "the " + what + " in the connection URI is not percent-encoded right",
                "Two hexadecimal digits follow every %; a percent sign itself is %25");
    }
}
