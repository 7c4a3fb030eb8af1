package dev.watchkeeper.redis.keys;

import dev.watchkeeper.redis.resp.Blob;
import java.util.regex.Pattern;

/** What keys of one kind have in common: {@code user:123:cart} and {@code user:77:cart} are {@code user:*:cart}. */
public final class KeyPattern {
    private static final int LONGEST = 80;
    private static final int LOOKED_AT = 512;

    private static final Pattern MAIL = Pattern.compile("[^:/|,{}\\s]+@[^:/|,{}\\s]+");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");
    /** Sixteen letters and digits with a digit among them are no word of anybody's language. */
    private static final Pattern TOKEN = Pattern.compile("(?<![A-Za-z0-9])(?=[A-Za-z]*[0-9])[A-Za-z0-9]{16,}");

    private static final Pattern HEX =
            Pattern.compile("(?<![A-Za-z0-9])(?=[a-fA-F]*[0-9])[0-9a-fA-F]{8,}(?![A-Za-z0-9])");
    private static final Pattern BINARY = Pattern.compile("(?:\\\\x[0-9a-f]{2})+");
    private static final Pattern NUMBER = Pattern.compile("(?<!\\bv)[0-9]+");
    /** Dates, addresses and the like, in which everything varies. */
    private static final Pattern SEVERAL = Pattern.compile("\\*(?:[-._*]\\*|\\*)+");

    private KeyPattern() {}

    /** Of a key that may be any bytes; those that are no text are shown as redis-cli does, without quotes. */
    public static String of(Blob key) {
        String quoted = key.quoted();
        String text = quoted.substring(1, quoted.length() - 1);
        return of(text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text);
    }

    private static String of(String key) {
        String one = BINARY.matcher(key).replaceAll("\u0001");
        one = MAIL.matcher(one).replaceAll("*@*");
        one = UUID.matcher(one).replaceAll("*");
        one = TOKEN.matcher(one).replaceAll("*");
        one = HEX.matcher(one).replaceAll("*");
        one = NUMBER.matcher(one).replaceAll("*");
        one = SEVERAL.matcher(one).replaceAll("*");
        one = one.replace("\u0001", "\\x…");
        return one.length() > LONGEST ? one.substring(0, LONGEST - 1) + "…" : one;
    }
}
