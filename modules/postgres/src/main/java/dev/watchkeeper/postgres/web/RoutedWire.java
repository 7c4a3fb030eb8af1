package dev.watchkeeper.postgres.web;

import dev.watchkeeper.kernel.host.Route;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Along a route, which Java's own client can't take. HTTP/1.0 is all that is needed: one request a connection, whose answer
 * ends where the connection does.
 */
final class RoutedWire implements Wire {
    private final Route route;
    private final Optional<SSLContext> tls;

    RoutedWire(Route route, Optional<SSLContext> tls) {
        this.route = route;
        this.tls = tls;
    }

    @Override
    public CompletableFuture<WebAnswer> send(HttpRequest request, String body) {
        Socket socket = route.socket();
        CompletableFuture<WebAnswer> answer =
                CompletableFuture.supplyAsync(() -> talk(socket, request, body), Thread::startVirtualThread);
        return answer.whenComplete((said, trouble) -> quietlyClose(socket));
    }

    private WebAnswer talk(Socket plain, HttpRequest request, String body) {
        URI uri = request.uri();
        String host = uri.getHost().replaceAll("[\\[\\]]", "");
        try {
            plain.connect(InetSocketAddress.createUnresolved(host, uri.getPort()));
            Socket socket = tls.isPresent() ? secured(plain, tls.get(), host, uri.getPort()) : plain;
            socket.getOutputStream().write(text(request, body));
            socket.getOutputStream().flush();
            return read(
                    new String(socket.getInputStream().readNBytes((int) WebAnswer.LARGEST), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private static SSLSocket secured(Socket plain, SSLContext tls, String host, int port) throws IOException {
        SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static byte[] text(HttpRequest request, String body) {
        URI uri = request.uri();
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder();
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        head.append(request.method()).append(' ').append(path);
        if (uri.getRawQuery() != null) {
            head.append('?').append(uri.getRawQuery());
        }
        head.append(" HTTP/1.0\r\nHost: ").append(uri.getRawAuthority()).append("\r\n");
        request.headers()
                .map()
                .forEach((name, values) -> values.forEach(
                        value -> head.append(name).append(": ").append(value).append("\r\n")));
        if (content.length > 0) {
            head.append("Content-Length: ").append(content.length).append("\r\n");
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(content);
        return all.toByteArray();
    }

    private static WebAnswer read(String text) throws IOException {
        int end = text.indexOf("\r\n\r\n");
        String[] first = text.lines().findFirst().orElse("").split(" ", 3);
        if (end < 0 || first.length < 2 || !first[0].startsWith("HTTP/") || !first[1].matches("[0-9]{3}")) {
            throw new IOException("what came back is no HTTP");
        }
        return new WebAnswer(Integer.parseInt(first[1]), text.substring(end + 4));
    }

    private static void quietlyClose(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone, which is what was wanted
            return;
        }
    }

    @Override
    public void close() {
        // every request has a connection of its own
    }
}
