package dev.watchkeeper.postgres.serverlog;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Makes text of bytes that are cut anywhere; what is not UTF-8 is replaced. For one thread. */
final class LogText {
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    /** The bytes of a character that was cut. */
    private ByteBuffer left = ByteBuffer.allocate(0);

    String of(byte[] piece) {
        ByteBuffer bytes = ByteBuffer.allocate(left.remaining() + piece.length)
                .put(left)
                .put(piece)
                .flip();
        CharBuffer text = CharBuffer.allocate(bytes.remaining() + 1);
        decoder.reset().decode(bytes, text, false);
        left = bytes.slice();
        return text.flip().toString();
    }
}
