package dev.watchkeeper.postgres.connect;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The private key of a client's certificate: libpq sees by itself of which kind it is, the driver wants to be told. */
final class ClientKey {
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA", "RSASSA-PSS");
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private ClientKey() {}

    /**
     * The algorithm of a PEM file; empty for any other file, which the driver judges by itself.
     *
     * @throws FaultException BAD_INPUT if it can't be read, or is a kind of PEM that the driver does not know
     */
    static Optional<String> algorithm(String file) throws FaultException {
        String text = read(file);
        if (!text.contains("-----BEGIN ")) {
            return Optional.empty();
        }
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    "the key in " + file + " is not in PKCS#8, which is what the driver reads",
                    "Convert it: openssl pkcs8 -topk8 -nocrypt -in " + file + " -out " + file + ".pem");
        }
        byte[] der = Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end));
        return ALGORITHMS.stream().filter(algorithm -> fits(der, algorithm)).findFirst();
    }

    private static boolean fits(byte[] der, String algorithm) {
        try {
            KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static String read(String file) throws FaultException {
        try {
            return new String(Files.readAllBytes(Path.of(file)), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    "the key in " + file + " can't be read: " + e,
                    "Check sslkey in the connection");
        }
    }
}
