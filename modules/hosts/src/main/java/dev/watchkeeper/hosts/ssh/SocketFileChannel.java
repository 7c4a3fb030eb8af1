package dev.watchkeeper.hosts.ssh;

import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.connection.Connection;
import net.schmizz.sshj.connection.channel.direct.AbstractDirectChannel;

/** A channel to a Unix socket on the host, as OpenSSH 6.7 and newer offer it (its PROTOCOL, 2.4). */
final class SocketFileChannel extends AbstractDirectChannel {
    private final String file;

    SocketFileChannel(Connection connection, String file) {
        super(connection, "direct-streamlocal@openssh.com");
        this.file = file;
    }

    @Override
    protected SSHPacket buildOpenReq() {
        return super.buildOpenReq().putString(file).putString("").putUInt32(0);
    }
}
