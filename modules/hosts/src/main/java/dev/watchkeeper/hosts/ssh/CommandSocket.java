package dev.watchkeeper.hosts.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** A command that talks to the host in our place: {@code ProxyCommand}. */
final class CommandSocket extends Socket {
    private final Process process;

    CommandSocket(String command) throws IOException {
        this.process = new ProcessBuilder("/bin/sh", "-c", "exec " + command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public InputStream getInputStream() {
        return process.getInputStream();
    }

    @Override
    public OutputStream getOutputStream() {
        return process.getOutputStream();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        super.close();
    }
}
