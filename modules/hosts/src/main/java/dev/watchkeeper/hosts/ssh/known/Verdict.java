package dev.watchkeeper.hosts.ssh.known;

/** What the files say of a key that a host showed. */
public sealed interface Verdict {
    /** It is the host's. */
    record Known() implements Verdict {}

    /**
     * Nothing is known of this host.
     *
     * @param onlyAuthority whether there is a certificate authority for it, whose certificates are not checked here
     */
    record Unknown(boolean onlyAuthority) implements Verdict {}

    /** The host is known, by another key. */
    record Changed(KnownLine known) implements Verdict {}

    /** Somebody wrote down that this key must not be trusted. */
    record Revoked(KnownLine line) implements Verdict {}
}
