package dev.watchkeeper.hosts.logs;

import dev.watchkeeper.hosts.ShellFile;
import dev.watchkeeper.kernel.fault.FaultException;
import java.util.SequencedMap;

/** Knows how a kind of server's log is found on its host. For one thread. */
public interface LogFinder {
    /** What the script takes, asked anew each time: a server goes on in another file. */
    SequencedMap<String, String> clues() throws FaultException;

    /** The part of the script that finds the file. */
    ShellFile script();

    /** What to do where it is not found. */
    String advice();
}
