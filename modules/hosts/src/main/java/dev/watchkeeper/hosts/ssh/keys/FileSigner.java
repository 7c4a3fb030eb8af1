package dev.watchkeeper.hosts.ssh.keys;

import com.hierynomus.sshj.key.KeyAlgorithm;
import com.hierynomus.sshj.key.KeyAlgorithms;
import com.hierynomus.sshj.userauth.keyprovider.OpenSSHKeyV1KeyFile;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Secret;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.signature.Signature;
import net.schmizz.sshj.userauth.keyprovider.FileKeyProvider;
import net.schmizz.sshj.userauth.keyprovider.KeyFormat;
import net.schmizz.sshj.userauth.keyprovider.KeyProviderUtil;
import net.schmizz.sshj.userauth.keyprovider.OpenSSHKeyFile;
import net.schmizz.sshj.userauth.keyprovider.PKCS8KeyFile;
import net.schmizz.sshj.userauth.keyprovider.PuTTYKeyFile;
import net.schmizz.sshj.userauth.password.PasswordUtils;
import org.jspecify.annotations.Nullable;

/** A private key in a file, which is read, and its passphrase asked for, when a host accepts the key. */
final class FileSigner implements Signer {
    private static final int ATTEMPTS = 3;
    private static final List<Factory.Named<KeyAlgorithm>> ALGORITHMS = List.of(
            KeyAlgorithms.EdDSA25519(),
            KeyAlgorithms.ECDSASHANistp256(),
            KeyAlgorithms.ECDSASHANistp384(),
            KeyAlgorithms.ECDSASHANistp521(),
            KeyAlgorithms.RSASHA512(),
            KeyAlgorithms.RSASHA256());

    private final Path file;
    private final String text;
    private final byte[] blob;
    private final Passphrases passphrases;
    private @Nullable PrivateKey key;

    /**
     * @param text what the file holds
     * @param blob the public key, or a certificate of it
     */
    FileSigner(Path file, String text, byte[] blob, Passphrases passphrases) {
        this.file = file;
        this.text = text;
        this.blob = blob;
        this.passphrases = passphrases;
    }

    @Override
    public String name() {
        return file + (Blobs.isCertificate(blob) ? " with its certificate" : "");
    }

    @Override
    public byte[] blob() {
        return blob;
    }

    @Override
    public boolean ready() throws FaultException {
        Optional<KeyPair> read = pair(file, text, passphrases);
        key = read.map(KeyPair::getPrivate).orElse(null);
        return read.isPresent();
    }

    /** The key that is in a file; empty if it is encrypted and nobody tells how. */
    static Optional<KeyPair> pair(Path file, String text, Passphrases passphrases) throws FaultException {
        return Blobs.isLocked(text) ? unlocked(file, text, passphrases) : Optional.of(plain(file, text));
    }

    private static Optional<KeyPair> unlocked(Path file, String text, Passphrases passphrases) throws FaultException {
        String why = "";
        for (int i = 0; i < ATTEMPTS; i++) {
            Optional<Secret> typed = passphrases.of(file, why);
            if (typed.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(parse(text, typed.get().reveal().toCharArray()));
            } catch (IOException | SSHRuntimeException | IllegalStateException e) {
                why = "That was not the passphrase of " + file;
            }
        }
        throw new FaultException(FaultKind.DENIED, "the passphrase of " + file + " was wrong", "");
    }

    private static KeyPair plain(Path file, String text) throws FaultException {
        try {
            return parse(text, new char[0]);
        } catch (IOException | SSHRuntimeException | IllegalStateException e) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    "the key in " + file + " can't be read: " + e.getMessage(),
                    "ssh-keygen -y -f " + file + " tells whether it is one");
        }
    }

    private static KeyPair parse(String text, char[] passphrase) throws IOException {
        KeyFormat format = KeyProviderUtil.detectKeyFileFormat(new StringReader(text), false);
        FileKeyProvider provider = switch (format) {
            case OpenSSHv1 -> new OpenSSHKeyV1KeyFile();
            case OpenSSH -> new OpenSSHKeyFile();
            case PuTTY -> new PuTTYKeyFile();
            default -> new PKCS8KeyFile();
        };
        provider.init(new StringReader(text), passphrase.length == 0 ? null : PasswordUtils.createOneOff(passphrase));
        return new KeyPair(provider.getPublic(), provider.getPrivate());
    }

    @Override
    public byte[] sign(byte[] data, String algorithm) throws IOException {
        String name = algorithm.replaceFirst("-cert-v01@openssh\\.com$", "");
        PrivateKey ready = key;
        Factory.Named<KeyAlgorithm> factory = ALGORITHMS.stream()
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IOException("keys of type " + name + " can't be used from a file"));
        if (ready == null) {
            throw new IOException("the key in " + file + " was not read");
        }
        Signature signature = factory.create().newSignature();
        signature.initSign(ready);
        signature.update(data);
        return new Buffer.PlainBuffer()
                .putString(name)
                .putBytes(signature.encode(signature.sign()))
                .getCompactData();
    }
}
