package dev.watchkeeper.hosts.ssh;

import dev.watchkeeper.hosts.Host;
import dev.watchkeeper.hosts.Ran;
import dev.watchkeeper.hosts.Script;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.host.Route;
import java.io.ByteArrayOutputStream;
import java.net.Socket;
import java.util.function.Consumer;

/** A machine that is reached over SSH. */
public final class SshHost implements Host, Route {
    private final String name;
    private final Lines lines;

    /** @param name what people call it */
    SshHost(String name, Lines lines) {
        this.name = name;
        this.lines = lines;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Ran run(Script script) throws FaultException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Ran ran = stream(script, all::writeBytes);
        return new Ran(ran.exit(), all.toByteArray(), ran.error());
    }

    @Override
    public Ran stream(Script script, Consumer<byte[]> output) throws FaultException {
        try (Lines.Open open = lines.session()) {
            ScriptRun run = new ScriptRun(open, script, name);
            try {
                return run.stream(output);
            } catch (FaultException e) {
                if (open.line().isAlive()) {
                    end(run);
                }
                throw e;
            }
        }
    }

    /**
     * Ends a script, and all that it has started and that has not gone its own way. Closing a session does not, and the
     * signals that a client may send are refused where somebody enters as root.
     */
    private void end(ScriptRun run) {
        Thread.ofVirtual().name("ssh-end-script").start(() -> run.process().ifPresent(this::end));
    }

    private void end(long process) {
        Script kill = Script.of("""
                all=$(ps -A -o pid= -o ppid= | awk -v top=%d '
                  { parent[$1] = $2 }
                  END {
                    for (one in parent) {
                      for (up = one; up != top && (up in parent) && up > 1; up = parent[up]) { }
                      if (up == top) print one
                    }
                  }')
                [ -z "$all" ] || kill $all
                """.formatted(process));
        try (Lines.Open open = lines.session()) {
            new ScriptRun(open, kill, name).stream(nothing -> {});
        } catch (FaultException e) {
            // the line is gone: the script gets to know when it writes
            return;
        }
    }

    /** A socket that connects from the host on. */
    @Override
    public Socket socket() {
        return new TunnelSocket(lines);
    }

    @Override
    public void close() {
        lines.close();
    }
}
