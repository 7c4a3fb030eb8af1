package dev.watchkeeper.lab.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How a server is started that refuses to run as root.
 *
 * @param prefix the words before the server's own command; empty for an ordinary user
 * @param uid whom the server's files must belong to, by number; -1 if they stay the caller's
 */
public record Privileges(List<String> prefix, int uid) {
    private static final int NOBODY = 65_534;
    private static final String NOBODY_TEXT = Integer.toString(NOBODY);
    private static final Privileges OWN = new Privileges(List.of(), -1);
    private static final Privileges NAMESPACE = new Privileges(List.of("unshare", "-U"), -1);
    private static final Privileges GIVEN_UP = new Privileges(
            List.of("setpriv", "--reuid=" + NOBODY_TEXT, "--regid=" + NOBODY_TEXT, "--clear-groups"), NOBODY);

    /**
     * What fits the user who runs this. Root goes into a user namespace of its own, where files stay the caller's; where
     * there are no user namespaces (many containers), the server becomes the user nobody.
     *
     * @param ownFolder a folder that this process made, whose owner tells who we are
     */
    public static Privileges detect(Path ownFolder) throws IOException {
        if (!isRoot(ownFolder)) {
            return OWN;
        }
        return Shell.succeeds("unshare", "-U", "true") ? NAMESPACE : GIVEN_UP;
    }

    /** Whether the server runs as another user than this process. */
    public boolean becomesAnother() {
        return uid >= 0;
    }

    /** Hands a folder to the user who is to run the server, if that is another one. */
    public void handOver(Path folder) throws IOException {
        if (becomesAnother()) {
            Folders.giveTo(uid, folder);
        }
    }

    private static boolean isRoot(Path ownFolder) throws IOException {
        return ownFolder.getFileSystem().supportedFileAttributeViews().contains("unix")
                && Files.getAttribute(ownFolder, "unix:uid") instanceof Integer uid
                && uid == 0;
    }
}
