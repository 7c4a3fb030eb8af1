package dev.watchkeeper.hosts.ssh.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;

/** What {@code %h} and the like stand for, and {@code ${VARIABLE}}. */
record Tokens(String alias, String host, int port, String user, String home, String localUser) {
    /** Puts them in. What is not known stays as it is written. */
    String into(String text, Map<String, String> variables) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            int end = text.indexOf('}', i);
            if (letter == '%' && i + 1 < text.length()) {
                i++;
                all.append(token(text.charAt(i)));
            } else if (letter == '$' && text.startsWith("${", i) && end > 0) {
                all.append(variables.getOrDefault(text.substring(i + 2, end), ""));
                i = end;
            } else {
                all.append(letter);
            }
        }
        return all.toString();
    }

    private String token(char letter) {
        return switch (letter) {
            case '%' -> "%";
            case 'h', 'k' -> host;
            case 'n' -> alias;
            case 'p' -> Integer.toString(port);
            case 'r' -> user;
            case 'd' -> home;
            case 'u' -> localUser;
            case 'l' -> machine().orElse("localhost");
            case 'L' -> machine().orElse("localhost").replaceFirst("\\..*", "");
            default -> "%" + letter;
        };
    }

    private static Optional<String> machine() {
        try {
            return Optional.of(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
