package dev.watchkeeper.workspace.connections;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.target.Target;
import dev.watchkeeper.workspace.FileGuard;
import dev.watchkeeper.workspace.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code connections.yaml}. People write it too, so it is edited in place: their comments and their order stay. It is
 * never written when it could not be read completely, nor when somebody changed it since it was read.
 */
public final class ConnectionsFile {
    private final Path file;
    private final ConnectionsText parser;

    /**
     * @param file need not exist
     * @param parser reads the addresses of PostgreSQL servers
     */
    public ConnectionsFile(Path file, EndpointParser parser) {
        this.file = file.toAbsolutePath();
        this.parser = new ConnectionsText(this.file, parser);
    }

    /**
     * Reads the file; a missing one is empty.
     *
     * @throws FaultException BAD_INPUT with file, line, column and what is allowed there
     */
    public Connections read() throws FaultException {
        return parser.read(text());
    }

    /**
     * Writes another connection behind the others of the list.
     *
     * @param seen the file as the person saw it
     * @throws FaultException CONFLICT if the name is taken or the file has changed
     */
    public Connections add(Connections seen, SavedConnection added) throws FaultException {
        refuseTaken(seen, added.name());
        List<SavedConnection> wanted = new ArrayList<>(seen.saved());
        // what stands under database: comes behind the list
        long listed = seen.saved().stream().filter(one -> !one.url().isEmpty()).count();
        wanted.add((int) listed, added);
        return write(seen, parser.editor(seen.text()).add(added), wanted, added);
    }

    /**
     * Writes what is different about a connection.
     *
     * @param name its name until now
     * @throws FaultException CONFLICT if it is gone, the new name is taken or the file has changed; BAD_INPUT if only a
     *     person can edit it
     */
    public Connections change(Connections seen, String name, SavedConnection after) throws FaultException {
        SavedConnection before = editable(seen, name);
        if (!name.equals(after.name())) {
            refuseTaken(seen, after.name());
        }
        int index = seen.saved().indexOf(before);
        List<SavedConnection> wanted = new ArrayList<>(seen.saved());
        wanted.set(index, after);
        return write(seen, parser.editor(seen.text()).change(index, before, after), wanted, after);
    }

    /**
     * Takes a connection out, with the comments right above it.
     *
     * @throws FaultException CONFLICT if it is gone or the file has changed; BAD_INPUT if only a person can edit it
     */
    public Connections remove(Connections seen, String name) throws FaultException {
        SavedConnection gone = editable(seen, name);
        int index = seen.saved().indexOf(gone);
        List<SavedConnection> wanted = new ArrayList<>(seen.saved());
        wanted.remove(index);
        return write(seen, parser.editor(seen.text()).remove(index), wanted, gone);
    }

    /** Reads the new text before it is written: nothing but the wish may have changed. */
    private Connections write(Connections seen, String text, List<SavedConnection> wanted, SavedConnection concerned)
            throws FaultException {
        Connections result = parser.read(text);
        if (!result.history().equals(seen.history())
                || !result.hosts().equals(seen.hosts())
                || !sameBesidesDefaults(
                        result.targets(),
                        wanted.stream().map(SavedConnection::target).toList())) {
            throw new FaultException(
                    FaultKind.FAILED,
                    file + " can't be edited without risk for " + concerned.name(),
                    "Edit it by hand; it is as it was");
        }
        try {
            PrivateFiles.createFolder(file.resolveSibling(""));
            return FileGuard.whileLocked(file, () -> {
                refuseChanged(seen);
                PrivateFiles.replace(file, text.getBytes(StandardCharsets.UTF_8));
                return result;
            });
        } catch (IOException e) {
            throw PrivateFiles.cannot(file + " can't be written", e);
        }
    }

    /** An address takes what it does not say from variables and defaults, so parameters may have come on top. */
    private static boolean sameBesidesDefaults(List<Target> read, List<Target> wanted) {
        return read.stream()
                .map(ConnectionsFile::essence)
                .toList()
                .equals(wanted.stream().map(ConnectionsFile::essence).toList());
    }

    private static List<Object> essence(Target target) {
        return List.of(
                target.name(),
                target.endpoint().engine(),
                target.endpoint().hosts(),
                target.endpoint().database(),
                target.endpoint().user(),
                target.environment(),
                target.password(),
                target.readOnly(),
                target.tags(),
                target.pool(),
                target.placement());
    }

    private SavedConnection editable(Connections seen, String name) throws FaultException {
        SavedConnection found = seen.find(name)
                .orElseThrow(() -> new FaultException(
                        FaultKind.CONFLICT, "there is no connection " + name + " in " + file, "Read it again"));
        if (found.url().isEmpty()) {
            throw new FaultException(
                    FaultKind.BAD_INPUT,
                    name + " stands under database: in " + file,
                    "Edit it there by hand, or write it as an item of connections:");
        }
        return found;
    }

    private void refuseTaken(Connections seen, String name) throws FaultException {
        if (seen.find(name).isPresent()) {
            throw new FaultException(
                    FaultKind.CONFLICT, "there is a connection " + name + " already", "Choose another name");
        }
    }

    private void refuseChanged(Connections seen) throws FaultException {
        if (!text().equals(seen.text())) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    file + " was changed by somebody else meanwhile",
                    "Read it again, and repeat what you wanted to change");
        }
    }

    private String text() throws FaultException {
        try {
            if (!Files.exists(file)) {
                return "";
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new FaultException(
                    FaultKind.BAD_INPUT, file + " is not written in UTF-8", "Save it as UTF-8 in your editor");
        } catch (IOException e) {
            throw PrivateFiles.cannot(file + " can't be read", e);
        }
    }
}
