package dev.watchkeeper.redis.resp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A command as it may be shown, kept and written down: without the passwords that commands carry as arguments. Which these
 * are: documentation of AUTH, HELLO, ACL SETUSER, CONFIG SET, MIGRATE, SENTINEL SET.
 */
public final class Masked {
    /** Stands for a secret, as it does in Redis' own slow log. */
    public static final Blob SECRET = Blob.of("(redacted)");

    private Masked() {}

    /** As one would type it, with quotes where they are needed. */
    public static String line(List<Blob> words) {
        List<String> typed = words(words).stream()
                .map(word -> word.equals(SECRET) ? word.text() : word.typed())
                .toList();
        return String.join(" ", typed);
    }

    /** The words, each secret replaced by {@link #SECRET}. */
    public static List<Blob> words(List<Blob> words) {
        if (words.isEmpty()) {
            return words;
        }
        return switch (upper(words, 0)) {
            case "AUTH" -> from(words, 1);
            case "HELLO" -> after(words, 2, "AUTH", 2);
            case "MIGRATE" -> after(after(words, 5, "AUTH", 1), 5, "AUTH2", 2);
            case "ACL" -> upper(words, 1).equals("SETUSER") ? rules(words) : words;
            case "CONFIG" -> upper(words, 1).equals("SET") ? settings(words, 2) : words;
            case "SENTINEL" -> sentinel(words);
            default -> words;
        };
    }

    private static List<Blob> sentinel(List<Blob> words) {
        return switch (upper(words, 1)) {
            case "SET" -> settings(words, 3);
            case "CONFIG" -> settings(words, 3);
            default -> words;
        };
    }

    private static List<Blob> from(List<Blob> words, int first) {
        List<Blob> masked = new ArrayList<>(words);
        for (int i = first; i < masked.size(); i++) {
            masked.set(i, SECRET);
        }
        return List.copyOf(masked);
    }

    private static List<Blob> after(List<Blob> words, int first, String option, int count) {
        List<Blob> masked = new ArrayList<>(words);
        for (int i = first; i < words.size(); i++) {
            if (upper(words, i).equals(option)) {
                for (int j = i + 1; j <= i + count && j < masked.size(); j++) {
                    masked.set(j, SECRET);
                }
            }
        }
        return List.copyOf(masked);
    }

    /** A user's passwords: {@code >password}, {@code <password}, {@code #hash}, {@code !hash}. */
    private static List<Blob> rules(List<Blob> words) {
        return words.stream()
                .map(word -> word.length() > 0 && "><#!".indexOf(word.text().charAt(0)) >= 0 ? SECRET : word)
                .toList();
    }

    private static List<Blob> settings(List<Blob> words, int first) {
        List<Blob> masked = new ArrayList<>(words);
        for (int i = first; i + 1 < words.size(); i += 2) {
            if (isSecret(words.get(i).text().toLowerCase(Locale.ROOT))) {
                masked.set(i + 1, SECRET);
            }
        }
        return List.copyOf(masked);
    }

    private static boolean isSecret(String setting) {
        return setting.contains("pass") || setting.equals("masterauth");
    }

    private static String upper(List<Blob> words, int index) {
        return index < words.size() ? words.get(index).text().toUpperCase(Locale.ROOT) : "";
    }
}
