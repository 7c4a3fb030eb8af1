package dev.watchkeeper.hosts.ssh;

import dev.watchkeeper.hosts.ssh.keys.Signer;
import java.io.IOException;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AbstractAuthMethod;

/**
 * Entering with a key, in two turns (RFC 4252, 7): first the host is asked whether it would take the key, so that nobody is
 * asked for the passphrase of one that it would not; then the signature is sent.
 */
final class KeyMethod extends AbstractAuthMethod {
    private final Signer signer;
    private final String algorithm;
    private final boolean signed;

    private KeyMethod(Signer signer, String algorithm, boolean signed) {
        super("publickey");
        this.signer = signer;
        this.algorithm = algorithm;
        this.signed = signed;
    }

    /** Asks. That the host would take it is told as {@link WouldTake}. */
    static KeyMethod asking(Signer signer, String algorithm) {
        return new KeyMethod(signer, algorithm, false);
    }

    /** Enters. */
    static KeyMethod entering(Signer signer, String algorithm) {
        return new KeyMethod(signer, algorithm, true);
    }

    /** The host would let somebody in who has this key. */
    static final class WouldTake extends UserAuthException {
        private static final long serialVersionUID = 1L;

        WouldTake() {
            super("the host would take this key");
        }
    }

    @Override
    protected SSHPacket buildReq() throws UserAuthException {
        SSHPacket request =
                super.buildReq().putBoolean(signed).putString(algorithm).putBytes(signer.blob());
        if (signed) {
            byte[] data = new Buffer.PlainBuffer()
                    .putString(params.getTransport().getSessionID())
                    .putBuffer(request)
                    .getCompactData();
            try {
                request.putBytes(signer.sign(data, algorithm));
            } catch (IOException e) {
                throw new UserAuthException(signer.name() + " does not sign: " + e.getMessage(), e);
            }
        }
        return request;
    }

    @Override
    public void handle(Message message, SSHPacket packet) throws UserAuthException, TransportException {
        if (message == Message.USERAUTH_60 && !signed) {
            throw new WouldTake();
        }
        super.handle(message, packet);
    }
}
