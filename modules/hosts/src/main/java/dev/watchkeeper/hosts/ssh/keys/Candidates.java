package dev.watchkeeper.hosts.ssh.keys;

import dev.watchkeeper.hosts.ssh.config.Destination.Keys;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.schmizz.sshj.common.Buffer;

/**
 * The keys to try on a host, in ssh's order: those named that the agent holds, the agent's others, then files.
 *
 * @param signers in this order, each key once
 * @param remarks what is worth a word if none of them is accepted: no agent, a file that is missing
 */
public record Candidates(List<Signer> signers, List<String> remarks) {
    public Candidates {
        signers = List.copyOf(signers);
        remarks = List.copyOf(remarks);
    }

    /**
     * Looks for them.
     *
     * @throws FaultException BAD_INPUT if the key that was chosen for the host is missing
     */
    public static Candidates of(Keys keys, Passphrases passphrases) throws FaultException {
        return new Search(keys, passphrases).found();
    }

    private static final class Search {
        private final Keys keys;
        private final Passphrases passphrases;
        private final List<Signer> held = new ArrayList<>();
        private final List<Signer> signers = new ArrayList<>();
        private final List<String> remarks = new ArrayList<>();

        Search(Keys keys, Passphrases passphrases) {
            this.keys = keys;
            this.passphrases = passphrases;
        }

        Candidates found() throws FaultException {
            askAgent();
            if (keys.chosen().isPresent()) {
                Path chosen = keys.chosen().get();
                if (!Files.isRegularFile(chosen) && Blobs.published(chosen).isEmpty()) {
                    throw new FaultException(
                            FaultKind.BAD_INPUT,
                            "the key file " + chosen + " is missing",
                            "Look at identity in hosts:");
                }
                fromFile(chosen).forEach(this::add);
            }
            List<Signer> files = new ArrayList<>();
            for (Path file : keys.files()) {
                if (keys.named() && !Files.exists(file)) {
                    remarks.add(file + " is missing");
                }
                files.addAll(fromFile(file));
            }
            files.stream().filter(AgentSigner.class::isInstance).forEach(this::add);
            if (!keys.only()) {
                held.forEach(this::add);
            }
            files.forEach(this::add);
            return new Candidates(signers, remarks);
        }

        private void askAgent() {
            if (keys.agent().isEmpty()) {
                remarks.add("no agent is set (SSH_AUTH_SOCK)");
                return;
            }
            Agent agent = new Agent(keys.agent().get());
            try {
                agent.keys().forEach(key -> held.add(new AgentSigner(agent, key)));
                if (held.isEmpty()) {
                    remarks.add("the agent holds no keys (ssh-add puts them in)");
                }
            } catch (IOException e) {
                remarks.add("no agent answers at " + keys.agent().get());
            }
        }

        private void add(Signer signer) {
            if (signers.stream().noneMatch(one -> Arrays.equals(one.blob(), signer.blob()))) {
                signers.add(signer);
            }
        }

        /** The certificates of a key, and the key: from the agent if that has it. */
        private List<Signer> fromFile(Path file) {
            Optional<String> text = text(file);
            Optional<byte[]> blob =
                    Blobs.published(besides(file, ".pub")).or(() -> text.flatMap(one -> blob(file, one)));
            if (blob.isEmpty()) {
                return List.of();
            }
            Optional<Signer> agents = inAgent(blob.get());
            List<Signer> all = new ArrayList<>();
            certificates(file, blob.get())
                    .forEach(certificate -> inAgent(certificate)
                            .or(() -> text.map(one -> new FileSigner(file, one, certificate, passphrases)))
                            .ifPresent(all::add));
            agents.or(() -> text.map(one -> new FileSigner(file, one, blob.get(), passphrases)))
                    .ifPresent(all::add);
            return all;
        }

        private Stream<byte[]> certificates(Path file, byte[] key) {
            return Stream.concat(keys.certificates().stream(), Stream.of(besides(file, "-cert.pub")))
                    .flatMap(one -> Blobs.published(one).stream())
                    .filter(certificate -> Blobs.isOf(certificate, key));
        }

        private Optional<Signer> inAgent(byte[] blob) {
            return held.stream().filter(one -> Arrays.equals(one.blob(), blob)).findFirst();
        }

        /** PEM files without a {@code .pub} beside them tell their public key only when they are read. */
        private Optional<byte[]> blob(Path file, String text) {
            Optional<byte[]> open = Blobs.beside(text);
            if (open.isPresent()) {
                return open;
            }
            try {
                return FileSigner.pair(file, text, passphrases).map(Search::blob);
            } catch (FaultException e) {
                remarks.add(e.fault().message());
                return Optional.empty();
            }
        }

        private static byte[] blob(KeyPair pair) {
            return new Buffer.PlainBuffer().putPublicKey(pair.getPublic()).getCompactData();
        }

        private Optional<String> text(Path file) {
            try {
                return Files.isRegularFile(file)
                        ? Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1))
                        : Optional.empty();
            } catch (IOException e) {
                remarks.add(file + " can't be read");
                return Optional.empty();
            }
        }

        private static Path besides(Path file, String ending) {
            return file.resolveSibling(file.getFileName() + ending);
        }
    }
}
