package dev.watchkeeper.hosts.ssh.keys;

import dev.watchkeeper.kernel.fault.FaultException;
import java.io.IOException;

/** A private key, wherever it is kept. */
public interface Signer {
    /** For a person: {@code ~/.ssh/id_ed25519}, {@code agent: ada@desk}. */
    String name();

    /** The public key, or the certificate, as it goes over the wire. */
    byte[] blob();

    /** Its type as the blob says: {@code ssh-ed25519}. */
    default String type() {
        return Blobs.type(blob());
    }

    /**
     * Gets it ready to sign; asks for its passphrase if need be.
     *
     * @return whether it can sign now; not if nobody told the passphrase
     * @throws FaultException if the key can't be read
     */
    boolean ready() throws FaultException;

    /**
     * Signs.
     *
     * @param algorithm one of SSH's names of a signature: {@code rsa-sha2-512}
     * @return the signature as it goes over the wire, with its name
     * @throws IOException if the agent refuses, or the key can't
     */
    byte[] sign(byte[] data, String algorithm) throws IOException;
}
