package dev.watchkeeper.lab.redis;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The two or three questions that the lab has for Redis, in its inline protocol; not a client for anything else. */
final class RedisLine {
    private static final int LIMIT_MILLIS = 2_000;

    private RedisLine() {}

    /** Asks on a connection of its own. Status and bulk answers are given as text, without their framing. */
    static String ask(String host, int port, String command) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(LIMIT_MILLIS);
            socket.connect(new InetSocketAddress(host, port), LIMIT_MILLIS);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            InputStream in = new BufferedInputStream(socket.getInputStream());
            String head = line(in);
            return switch (head.charAt(0)) {
                case '+', ':' -> head.substring(1);
                case '$' -> bulk(in, Integer.parseInt(head.substring(1)));
                case '-' -> throw new IOException("Redis on port %d says %s".formatted(port, head.substring(1)));
                default -> throw new IOException("Redis answers " + head);
            };
        }
    }

    /** What is not there has the length -1. */
    private static String bulk(InputStream in, int length) throws IOException {
        return length < 0 ? "" : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("Redis closed the connection");
            }
            line.append((char) b);
        }
        if (line.isEmpty()) {
            throw new IOException("Redis answers an empty line");
        }
        return line.toString().stripTrailing();
    }
}
