package dev.watchkeeper.app.cli;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text that comes in pieces of bytes, which may end within a letter. */
final class Utf8Pieces {
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private byte[] rest = new byte[0];

    /** What can be read of it by now. */
    String add(byte[] piece) {
        ByteBuffer bytes = ByteBuffer.allocate(rest.length + piece.length);
        bytes.put(rest).put(piece).flip();
        CharBuffer text = CharBuffer.allocate(bytes.remaining() + 1);
        decoder.decode(bytes, text, false);
        rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return text.flip().toString();
    }
}
