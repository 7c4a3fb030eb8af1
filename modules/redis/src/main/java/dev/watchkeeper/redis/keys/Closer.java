package dev.watchkeeper.redis.keys;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.redis.connect.RespLine;
import dev.watchkeeper.redis.resp.Blob;
import dev.watchkeeper.redis.resp.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks of the few largest keys what would be too much to ask of all: encoding and length. */
record Closer(RespLine line) {
    List<BigKey> look(List<BigKey> keys) throws FaultException {
        List<List<Blob>> questions = new ArrayList<>();
        for (BigKey key : keys) {
            questions.add(List.of(Blob.of("OBJECT"), Blob.of("ENCODING"), key.name()));
            questions.add(List.of(Blob.of(length(key.type())), key.name()));
        }
        List<Reply> answers = line.askAll(questions);
        List<BigKey> closer = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Reply encoding = answers.get(2 * i);
            Reply length = answers.get(2 * i + 1);
            closer.add(keys.get(i)
                    .with(
                            encoding.isFailure() ? "" : encoding.text(),
                            length instanceof Reply.Whole whole
                                            && !length(keys.get(i).type()).equals("EXISTS")
                                    ? Optional.of(whole.number())
                                    : Optional.empty()));
        }
        return closer;
    }

    /** All of them answer at once, however large it is. */
    private static String length(String type) {
        return switch (type) {
            case "string" -> "STRLEN";
            case "list" -> "LLEN";
            case "set" -> "SCARD";
            case "zset" -> "ZCARD";
            case "hash" -> "HLEN";
            case "stream" -> "XLEN";
            default -> "EXISTS";
        };
    }
}
