package dev.watchkeeper.hosts.ssh;

import dev.watchkeeper.hosts.ssh.config.Destination;
import dev.watchkeeper.hosts.ssh.keys.Blobs;
import dev.watchkeeper.hosts.ssh.keys.Candidates;
import dev.watchkeeper.hosts.ssh.keys.Signer;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Secret;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.Service;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AuthKeyboardInteractive;
import net.schmizz.sshj.userauth.method.AuthMethod;
import net.schmizz.sshj.userauth.method.AuthNone;
import net.schmizz.sshj.userauth.method.AuthPassword;
import net.schmizz.sshj.userauth.password.PasswordUtils;

/** Gets into one host whose key was found to be right: with keys, and as a last resort with what a person types. */
final class Entering {
    private static final int ATTEMPTS = 3;
    /** While somebody types a code; OpenSSH itself waits for two minutes. */
    private static final int TYPING_MILLIS = 115_000;

    private final SSHClient client;
    private final Destination host;
    private final Remembered remembered;
    private final List<String> tried = new ArrayList<>();

    Entering(SSHClient client, Destination host, Remembered remembered) {
        this.client = client;
        this.host = host;
        this.remembered = remembered;
    }

    /** @throws FaultException DENIED, with all that was tried; UNREACHABLE if the host hung up on it */
    void run() throws FaultException {
        try {
            if (attempt(new AuthNone())) {
                return;
            }
            Candidates candidates = Candidates.of(host.keys(), remembered);
            if (!withKeys(candidates) && !withAnswers() && !withPassword()) {
                throw denied(candidates);
            }
        } catch (TransportException e) {
            throw new FaultException(
                    FaultKind.DENIED,
                    host.place() + " hung up before it let " + host.user() + " in: " + e.getMessage() + triedWords(),
                    "Too many keys? IdentitiesOnly in ~/.ssh/config, or identity in hosts:, says which one to show");
        }
    }

    private boolean attempt(AuthMethod method) throws TransportException {
        return attempt(method, client.getTransport().getTimeoutMs());
    }

    private boolean attempt(AuthMethod method, int millis) throws TransportException {
        try {
            return client.getUserAuth().authenticate(host.user(), (Service) client.getConnection(), method, millis);
        } catch (KeyMethod.WouldTake e) {
            return true;
        } catch (UserAuthException e) {
            if (!client.isConnected()) {
                throw new TransportException(e.getMessage(), e);
            }
            tried.add(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private boolean allows(String method) {
        Collection<String> allowed = client.getUserAuth().getAllowedMethods();
        return allowed.contains(method);
    }

    private boolean withKeys(Candidates candidates) throws TransportException, FaultException {
        for (Signer signer : candidates.signers()) {
            if (!allows("publickey")) {
                return false;
            }
            if (withKey(signer)) {
                return true;
            }
        }
        return false;
    }

    private boolean withKey(Signer signer) throws TransportException, FaultException {
        for (String algorithm : Blobs.algorithms(signer.type())) {
            if (attempt(KeyMethod.asking(signer, algorithm))) {
                if (!signer.ready()) {
                    tried.add(signer.name() + " (would be taken, but nobody told its passphrase)");
                    return false;
                }
                if (attempt(KeyMethod.entering(signer, algorithm))) {
                    return true;
                }
            }
        }
        tried.add(signer.name());
        return false;
    }

    private boolean withAnswers() throws TransportException {
        for (int i = 0; i < ATTEMPTS && allows("keyboard-interactive"); i++) {
            Answers answers = new Answers(host.where(), remembered, i > 0);
            if (attempt(new AuthKeyboardInteractive(answers), TYPING_MILLIS)) {
                answers.keep();
                return true;
            }
            if (answers.isRefused()) {
                return false;
            }
        }
        return false;
    }

    private boolean withPassword() throws TransportException {
        String question = "Password:";
        for (int i = 0; i < ATTEMPTS && allows("password"); i++) {
            Optional<Secret> typed = remembered.answer(host.where(), question, false, i > 0);
            if (typed.isEmpty()) {
                return false;
            }
            if (attempt(new AuthPassword(
                    PasswordUtils.createOneOff(typed.get().reveal().toCharArray())))) {
                remembered.keep(host.where(), question, typed.get());
                return true;
            }
            tried.add("what was typed");
        }
        return false;
    }

    private FaultException denied(Candidates candidates) {
        boolean none = tried.isEmpty();
        String remarks = candidates.remarks().isEmpty() ? "" : "; " + String.join("; ", candidates.remarks());
        String what =
                none ? "there was no key to show" + remarks : "refused were " + String.join(", ", tried) + remarks;
        return new FaultException(
                FaultKind.DENIED,
                host.place() + " does not let " + host.user() + " in: " + what,
                "It would take " + String.join(", ", client.getUserAuth().getAllowedMethods()) + ". ssh -v "
                        + host.alias() + " tells more");
    }

    private String triedWords() {
        return tried.isEmpty() ? "" : "; refused were " + String.join(", ", tried);
    }
}
