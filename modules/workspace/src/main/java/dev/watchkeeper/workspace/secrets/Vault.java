package dev.watchkeeper.workspace.secrets;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Secret;
import dev.watchkeeper.workspace.FileGuard;
import dev.watchkeeper.workspace.PrivateFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/**
 * The console's own encrypted file of passwords: a PKCS12 keystore under a master password (PBES2 with AES-256). How
 * often the master password is hashed is the JDK's {@code keystore.pkcs12.*IterationCount}. Each change is written at
 * once. Thread-safe.
 */
public final class Vault {
    private static final HexFormat HEX = HexFormat.of();

    private final Path file;
    private final Secret master;
    private final KeyStore store;

    private Vault(Path file, Secret master, KeyStore store) {
        this.file = file;
        this.master = master;
        this.store = store;
    }

    /** Whether there is one to open. */
    public static boolean exists(Path file) {
        return Files.exists(file);
    }

    /**
     * Opens a vault, or begins a new one, which is written with its first entry.
     *
     * @throws FaultException DENIED if the master password is wrong; BAD_INPUT if it is empty or the file is no vault
     */
    public static Vault open(Path file, Secret master) throws FaultException {
        if (master.reveal().isEmpty()) {
            throw new FaultException(FaultKind.BAD_INPUT, "the vault's master password is empty", "Choose one");
        }
        try {
            Vault vault = new Vault(file.toAbsolutePath(), master, KeyStore.getInstance("PKCS12"));
            vault.load();
            return vault;
        } catch (GeneralSecurityException e) {
            throw new FaultException(new Fault(FaultKind.FAILED, "the vault " + file + " can't be opened", ""), e);
        }
    }

    /** Stores a password, in place of an older one. */
    public synchronized void put(String entry, Secret secret) throws FaultException {
        if (secret.reveal().isEmpty()) {
            throw new FaultException(FaultKind.BAD_INPUT, "an empty password can't be stored", "");
        }
        // a key of a password-based kind would be narrowed to ASCII on its way; raw bytes come back as they were
        byte[] bytes = secret.reveal().getBytes(StandardCharsets.UTF_8);
        KeyStore.SecretKeyEntry key = new KeyStore.SecretKeyEntry(new SecretKeySpec(bytes, "AES"));
        change(() -> store.setEntry(alias(entry), key, protection()));
    }

    /** Empty if there is no such entry. */
    public synchronized Optional<Secret> get(String entry) throws FaultException {
        try {
            if (!store.containsAlias(alias(entry))) {
                load();
            }
            Key key = store.getKey(alias(entry), master.reveal().toCharArray());
            return Optional.ofNullable(key)
                    .map(Key::getEncoded)
                    .map(bytes -> new Secret(new String(bytes, StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw failed(e);
        }
    }

    /** Takes a password out; nothing happens if there is no such entry. */
    public synchronized void remove(String entry) throws FaultException {
        change(() -> {
            if (store.containsAlias(alias(entry))) {
                store.deleteEntry(alias(entry));
            }
        });
    }

    /** The entries' names in alphabetical order. */
    public synchronized List<String> list() throws FaultException {
        try {
            List<String> entries = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                entries.add(new String(HEX.parseHex(alias), StandardCharsets.UTF_8));
            }
            entries.sort(String.CASE_INSENSITIVE_ORDER);
            return List.copyOf(entries);
        } catch (GeneralSecurityException e) {
            throw failed(e);
        }
    }

    private KeyStore.ProtectionParameter protection() {
        return new KeyStore.PasswordProtection(master.reveal().toCharArray());
    }

    /** PKCS12 knows no upper and lower case in aliases; hexadecimal keeps names apart. */
    private static String alias(String entry) {
        return HEX.formatHex(entry.getBytes(StandardCharsets.UTF_8));
    }

    @FunctionalInterface
    private interface Change {
        void make() throws GeneralSecurityException;
    }

    /** On top of what another console has written meanwhile. */
    private void change(Change change) throws FaultException {
        try {
            PrivateFiles.createFolder(file.resolveSibling(""));
            FileGuard.whileLocked(file, () -> {
                load();
                make(change);
                return file;
            });
        } catch (IOException e) {
            throw PrivateFiles.cannot("the vault " + file + " can't be written", e);
        }
    }

    private void make(Change change) throws FaultException, IOException {
        try {
            change.make();
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            store.store(content, master.reveal().toCharArray());
            PrivateFiles.replace(file, content.toByteArray());
        } catch (GeneralSecurityException e) {
            throw failed(e);
        }
    }

    private void load() throws FaultException {
        try {
            if (Files.exists(file)) {
                try (InputStream in = Files.newInputStream(file)) {
                    store.load(in, master.reveal().toCharArray());
                }
            } else {
                store.load(null, null);
            }
        } catch (IOException e) {
            throw cannotOpen(file, e);
        } catch (GeneralSecurityException e) {
            throw failed(e);
        }
    }

    private FaultException failed(GeneralSecurityException e) {
        return new FaultException(new Fault(FaultKind.FAILED, "the vault " + file + " can't be used", ""), e);
    }

    private static FaultException cannotOpen(Path file, IOException e) {
        if (e.getCause() instanceof UnrecoverableKeyException) {
            return new FaultException(
                    new Fault(FaultKind.DENIED, "the master password of the vault " + file + " is wrong", "Try again"),
                    e);
        }
        if (!Files.isReadable(file)) {
            return PrivateFiles.cannot("the vault " + file + " can't be read", e);
        }
        return new FaultException(
                new Fault(FaultKind.BAD_INPUT, file + " is no vault, or is damaged", "Restore it from a backup"), e);
    }
}
