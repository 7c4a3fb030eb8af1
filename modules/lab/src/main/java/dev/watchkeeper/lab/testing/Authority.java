package dev.watchkeeper.lab.testing;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority of one test run. */
public final class Authority {
    private static final Duration DAY = Duration.ofDays(1);

    private final X500Name name;
    private final KeyPair keys;
    private final X509Certificate certificate;

    public Authority(String commonName) throws GeneralSecurityException, IOException {
        this.name = new X500Name("CN=" + commonName);
        this.keys = newKeys();
        this.certificate = sign(name, keys, List.of(), true, Instant.now().plus(DAY));
    }

    /**
     * A certificate with its key, both as PEM.
     *
     * @param key PKCS#8, not encrypted
     */
    public record Issued(String certificate, String key) {}

    /** The authority's own certificate, as PEM. */
    public String certificate() throws IOException {
        return pem(certificate);
    }

    /** Valid from yesterday to tomorrow, for servers at these DNS names and IP addresses. */
    public Issued server(String... names) throws GeneralSecurityException, IOException {
        return issue("server", Instant.now().plus(DAY), names);
    }

    /** Not valid any more for an hour. */
    public Issued expiredServer(String... names) throws GeneralSecurityException, IOException {
        return issue("server", Instant.now().minus(Duration.ofHours(1)), names);
    }

    /** For a role of that name. */
    public Issued client(String role) throws GeneralSecurityException, IOException {
        return issue(role, Instant.now().plus(DAY));
    }

    private Issued issue(String commonName, Instant until, String... names)
            throws GeneralSecurityException, IOException {
        KeyPair pair = newKeys();
        X509Certificate signed = sign(new X500Name("CN=" + commonName), pair, List.of(names), false, until);
        return new Issued(pem(signed), pem(pair.getPrivate()));
    }

    private X509Certificate sign(X500Name subject, KeyPair pair, List<String> names, boolean authority, Instant until)
            throws GeneralSecurityException, IOException {
        var builder = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.valueOf(System.nanoTime()),
                Date.from(Instant.now().minus(DAY)),
                Date.from(until),
                subject,
                pair.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        if (!names.isEmpty()) {
            GeneralName[] alternatives =
                    names.stream().map(Authority::alternative).toArray(GeneralName[]::new);
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(alternatives));
        }
        try {
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static GeneralName alternative(String host) {
        boolean address = Character.isDigit(host.charAt(0));
        return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host);
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static String pem(X509Certificate one) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(one);
        }
        return text.toString();
    }

    private static String pem(PrivateKey key) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(new JcaPKCS8Generator(key, null));
        }
        return text.toString();
    }
}
