package dev.watchkeeper.hosts.ssh.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A line of {@code ssh_config}: a keyword and its arguments. An equals sign may stand between them, arguments may be quoted,
 * and a word that begins with {@code #} ends the line.
 *
 * @param keyword in lower case; empty for an empty line or a comment
 */
record ConfigWords(String keyword, List<String> arguments) {
    ConfigWords {
        arguments = List.copyOf(arguments);
    }

    static ConfigWords of(String line) {
        String text = line.strip();
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && text.charAt(end) != '=') {
            end++;
        }
        if (end == 0 || text.startsWith("#")) {
            return new ConfigWords("", List.of());
        }
        String rest = text.substring(end).stripLeading();
        return new ConfigWords(
                text.substring(0, end).toLowerCase(Locale.ROOT),
                split(rest.startsWith("=") ? rest.substring(1) : rest));
    }

    private static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (true) {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            if (at == text.length() || text.charAt(at) == '#') {
                return words;
            }
            StringBuilder word = new StringBuilder();
            at = word(text, at, word);
            words.add(word.toString());
        }
    }

    /** Reads one word, and gives where it ends. */
    private static int word(String text, int start, StringBuilder word) {
        char quote = 0;
        int at = start;
        for (; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == '\\' && isEscaped(text, at + 1, quote)) {
                at++;
                word.append(text.charAt(at));
            } else if (quote == 0 && Character.isWhitespace(letter)) {
                return at;
            } else if (quote == 0 && (letter == '"' || letter == '\'')) {
                quote = letter;
            } else if (quote != 0 && letter == quote) {
                quote = 0;
            } else {
                word.append(letter);
            }
        }
        return at;
    }

    private static boolean isEscaped(String text, int at, char quote) {
        return at < text.length() && ("\"'\\".indexOf(text.charAt(at)) >= 0 || (quote == 0 && text.charAt(at) == ' '));
    }
}
