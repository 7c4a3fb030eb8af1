package dev.watchkeeper.redis.resp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.redis.testing.Faulty;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes, words and answers: what the protocol's and redis-cli's documentation say of them. */
class RespTest {
    private static final String HUGE = "3492890328409238509324850943850943825024385";

    private static Reply read(String wire) throws IOException {
        return new RespReader(new ByteArrayInputStream(wire.getBytes(StandardCharsets.ISO_8859_1))).read();
    }

    @Test
    void readsEveryKindOfProtocol3() throws IOException {
        Reply all = read(String.join(
                        "\r\n",
                        List.of(
                                "*10",
                                "+OK",
                                ":-7",
                                ",inf",
                                ",3.5",
                                "#t",
                                "_",
                                "(" + HUGE,
                                "=8",
                                "txt:a",
                                "b",
                                "~1",
                                "$2",
                                "x\0"))
                + String.join("\r\n", List.of("", "%1", "|1", "+ttl", ":9", "$1", "k", "!7", "ERR two", "")));

        assertThat(all.parts())
                .containsExactly(
                        new Reply.Status("OK"),
                        new Reply.Whole(-7),
                        new Reply.Decimal(Double.POSITIVE_INFINITY),
                        new Reply.Decimal(3.5),
                        new Reply.Truth(true),
                        new Reply.Nil(),
                        new Reply.Huge(new BigInteger(HUGE)),
                        new Reply.Verbatim("txt", Blob.of("a\r\nb")),
                        new Reply.Members(List.of(new Reply.Bulk(Blob.of("x\0")))),
                        new Reply.Pairs(
                                List.of(new Reply.Pair(new Reply.Bulk(Blob.of("k")), new Reply.Failure("ERR two")))));
        assertThat(read("*-1\r\n")).isEqualTo(new Reply.Nil());
        assertThat(read("$-1\r\n")).isEqualTo(new Reply.Nil());
        assertThat(read(">2\r\n+invalidate\r\n*0\r\n")).isInstanceOf(Reply.Push.class);
    }

    @Test
    void doesNotHoldWhatIsTooLarge() {
        assertThatThrownBy(() -> new RespReader(
                                new ByteArrayInputStream("$3000\r\n".getBytes(StandardCharsets.US_ASCII)), 1000)
                        .read())
                .isInstanceOf(RespReader.TooLarge.class);
        assertThatThrownBy(() -> read("$5\r\nab")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("HTTP/1.1 400 Bad Request\r\n")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("*1\r\n".repeat(5000))).hasMessageContaining("nested");
    }

    @Test
    void takesALineApartAsRedisCliDoes() throws FaultException {
        assertThat(CommandWords.of("  SET \"a b\\x00\\xff\\n\\\"\" 'it\\'s \\n' käse🧀 \"\" "))
                .containsExactly(
                        Blob.of("SET"),
                        Blob.of(new byte[] {'a', ' ', 'b', 0, (byte) 0xff, '\n', '"'}),
                        Blob.of("it's \\n"),
                        Blob.of("käse🧀"),
                        Blob.of(""));
        assertThat(CommandWords.of(" \t")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET \"a", "GET 'a", "GET \"a\"b", "GET 'a'b"})
    void saysWhichQuoteIsWrong(String line) {
        assertThat(Faulty.of(() -> CommandWords.of(line)).kind()).isEqualTo(FaultKind.BAD_INPUT);
    }

    @Test
    void whatIsTypedIsReadBackAsTheSameBytes() throws FaultException {
        byte[] every = new byte[256];
        for (int i = 0; i < every.length; i++) {
            every[i] = (byte) i;
        }
        for (Blob blob : List.of(Blob.of(every), Blob.of("käse \"🧀\" \\"), Blob.of(""), Blob.of("plain:1"))) {
            assertThat(CommandWords.of(blob.typed())).containsExactly(blob);
        }
        assertThat(Blob.of("plain:1").typed()).isEqualTo("plain:1");
        assertThat(Blob.of("secret").toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "AUTH s3cret | AUTH (redacted)",
                "auth app s3cret | auth (redacted) (redacted)",
                "HELLO 3 AUTH app s3cret SETNAME x | HELLO 3 AUTH (redacted) (redacted) SETNAME x",
                "CONFIG SET maxmemory 1gb requirepass s3cret | CONFIG SET maxmemory 1gb requirepass (redacted)",
                "CONFIG SET masterauth s3cret | CONFIG SET masterauth (redacted)",
                "ACL SETUSER app on >s3cret ~* +get | ACL SETUSER app on (redacted) ~* +get",
                "MIGRATE h 6379 k 0 5 AUTH2 app s3cret KEYS a | MIGRATE h 6379 k 0 5 AUTH2 (redacted) (redacted) KEYS a",
                "SENTINEL SET m auth-pass s3cret | SENTINEL SET m auth-pass (redacted)",
                "SET auth plain | SET auth plain"
            })
    void noPasswordIsShown(String line, String shown) throws FaultException {
        assertThat(Masked.line(CommandWords.of(line))).isEqualTo(shown);
    }
}
