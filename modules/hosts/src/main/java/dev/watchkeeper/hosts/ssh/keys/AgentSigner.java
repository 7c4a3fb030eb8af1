package dev.watchkeeper.hosts.ssh.keys;

import java.io.IOException;

/** A key that the agent keeps to itself. */
final class AgentSigner implements Signer {
    private static final int RSA_SHA2_256 = 2;
    private static final int RSA_SHA2_512 = 4;

    private final Agent agent;
    private final Agent.Held key;

    AgentSigner(Agent agent, Agent.Held key) {
        this.agent = agent;
        this.key = key;
    }

    @Override
    public String name() {
        return "agent: " + (key.comment().isEmpty() ? type() : key.comment());
    }

    @Override
    public byte[] blob() {
        return key.blob();
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public byte[] sign(byte[] data, String algorithm) throws IOException {
        int flags = algorithm.startsWith("rsa-sha2-512")
                ? RSA_SHA2_512
                : algorithm.startsWith("rsa-sha2-256") ? RSA_SHA2_256 : 0;
        return agent.sign(key.blob(), data, flags);
    }
}
