package dev.watchkeeper.workspace.lines;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Optional;

/** Reads a file's lines, the last one first, a block at a time, so that a long file costs no more than a short one. */
final class LinesFromTheEnd {
    private static final int BLOCK = 64 * 1024;

    private final FileChannel channel;
    private byte[] block = {};
    /** Where the block begins in the file; everything before has not been read. */
    private long blockStart;
    /** How much of the block, from its beginning, has not been handed out. */
    private int left;

    LinesFromTheEnd(FileChannel channel) throws IOException {
        this.channel = channel;
        this.blockStart = channel.size();
    }

    /** The next line towards the beginning, without its line break; empty lines are left out; empty at the beginning. */
    Optional<byte[]> next() throws IOException {
        byte[] later = {};
        while (left > 0 || blockStart > 0) {
            if (left == 0) {
                fill();
            }
            int from = lineStart();
            byte[] part = Arrays.copyOfRange(block, from, left);
            boolean complete = from > 0;
            left = Math.max(0, from - 1);
            later = join(part, later);
            if (complete && later.length > 0) {
                return Optional.of(later);
            }
        }
        return later.length > 0 ? Optional.of(later) : Optional.empty();
    }

    private void fill() throws IOException {
        int length = (int) Math.min(BLOCK, blockStart);
        ByteBuffer buffer = ByteBuffer.allocate(length);
        blockStart -= length;
        while (buffer.hasRemaining() && channel.read(buffer, blockStart + buffer.position()) >= 0) {
            // until the block is full, or the file was cut short meanwhile
        }
        block = Arrays.copyOf(buffer.array(), buffer.position());
        left = block.length;
    }

    private int lineStart() {
        int start = left;
        while (start > 0 && block[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    private static byte[] join(byte[] before, byte[] after) {
        if (after.length == 0) {
            return before;
        }
        ByteArrayOutputStream both = new ByteArrayOutputStream(before.length + after.length);
        both.writeBytes(before);
        both.writeBytes(after);
        return both.toByteArray();
    }
}
