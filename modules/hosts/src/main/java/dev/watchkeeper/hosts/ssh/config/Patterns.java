package dev.watchkeeper.hosts.ssh.config;

import java.util.List;

/** Names with {@code *} for anything, {@code ?} for one letter, and {@code !} before those that are left out. */
public final class Patterns {
    private Patterns() {}

    /** Whether one of them fits, and none that begins with {@code !}. */
    public static boolean anyFits(List<String> patterns, String name) {
        boolean fits = false;
        for (String pattern : patterns) {
            if (pattern.startsWith("!")) {
                if (fits(pattern.substring(1), name)) {
                    return false;
                }
            } else {
                fits = fits || fits(pattern, name);
            }
        }
        return fits;
    }

    /** Whether this one fits the whole name. */
    public static boolean fits(String pattern, String name) {
        int star = -1;
        int resume = 0;
        int p = 0;
        int n = 0;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = n;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == name.charAt(n))) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
