package dev.watchkeeper.hosts.ssh;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where SSH finds what people have set up.
 *
 * @param variables the environment; {@code SSH_AUTH_SOCK} leads to the agent
 * @param folder the person's home folder, in which {@code .ssh} is
 * @param user whom the person is on this machine, and so on others unless something else is said
 */
public record SshHome(Map<String, String> variables, Path folder, String user) {
    public SshHome {
        variables = Map.copyOf(variables);
    }

    /** The folder with keys and settings. */
    public Path ssh() {
        return folder.resolve(".ssh");
    }

    /** What a leading {@code ~/} means. */
    public Path path(String written) {
        if (written.equals("~")) {
            return folder;
        }
        return written.startsWith("~/") ? folder.resolve(written.substring(2)) : folder.resolve(written);
    }
}
