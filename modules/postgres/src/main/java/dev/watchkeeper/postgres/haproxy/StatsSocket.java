package dev.watchkeeper.postgres.haproxy;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.Route;
import dev.watchkeeper.kernel.host.RouteException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** HAProxy's own socket (documentation: management guide, "Unix Socket commands"). */
final class StatsSocket {
    private static final byte[] SHOW = "show stat\n".getBytes(StandardCharsets.US_ASCII);
    private static final int LARGEST = 8 << 20;

    private StatsSocket() {}

    /** Blocking channels know no timeout: another thread asks, and the channel is closed when it takes too long. */
    static String ask(Route route, Path socket, Duration limit) throws FaultException {
        if (!route.isDirect()) {
            return far(route, socket, limit);
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            CompletableFuture<String> answer =
                    CompletableFuture.supplyAsync(() -> talk(channel, socket), Thread::startVirtualThread);
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new FaultException(
                    new Fault(
                            FaultKind.TIMEOUT,
                            "HAProxy at " + socket + " does not answer within " + limit.toMillis() + " ms",
                            "Is it overloaded, or does it hang?"),
                    e);
        } catch (ExecutionException | IOException e) {
            throw new FaultException(
                    new Fault(
                            FaultKind.UNREACHABLE,
                            "nobody answers at " + socket + ": "
                                    + (e.getCause() == null ? e : e.getCause()).getMessage(),
                            "It is the file of 'stats socket' in haproxy.cfg, and you need its user's or group's"
                                    + " rights"),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FaultException(new Fault(FaultKind.UNREACHABLE, "asking " + socket + " was broken off"), e);
        }
    }

    /** The same file on the host at the other end of the route. */
    private static String far(Route route, Path file, Duration limit) throws FaultException {
        try (Socket socket = route.socket()) {
            socket.connect(InetSocketAddress.createUnresolved(file.toString(), 1));
            socket.setSoTimeout((int) limit.toMillis());
            socket.getOutputStream().write(SHOW);
            return new String(socket.getInputStream().readNBytes(LARGEST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new FaultException(
                    RouteException.behind(e)
                            .orElseGet(() -> new Fault(
                                    FaultKind.UNREACHABLE, "nobody answers at " + file + ": " + e.getMessage())),
                    e);
        }
    }

    private static String talk(SocketChannel channel, Path socket) {
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(ByteBuffer.wrap(SHOW));
            byte[] answer = Channels.newInputStream(channel).readNBytes(LARGEST);
            return new String(answer, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }
}
