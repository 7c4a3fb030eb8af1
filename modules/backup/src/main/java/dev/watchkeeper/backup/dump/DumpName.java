package dev.watchkeeper.backup.dump;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a dump's name gives away, where its contents don't. */
final class DumpName {
    private static final Pattern ENDINGS =
            Pattern.compile("(\\.(dump|backup|pgdump|custom|sql|tar|gz|zst|lz4|xz|bz2|gpg|age|enc|dir|d))+$");
    private static final Pattern TIME = Pattern.compile("[._-]*\\d{4}[._-]?\\d{2}[._-]?\\d{2}.*$");
    private static final Pattern OF_A_DUMP = Pattern.compile(".*\\.(dump|backup|pgdump|custom|sql)(\\.[a-z0-9]+)*");

    private DumpName() {}

    /** Whether whoever named it meant it to be a dump. */
    static boolean isOfADump(String baseName) {
        return OF_A_DUMP.matcher(baseName.toLowerCase(Locale.ROOT)).matches();
    }

    static boolean isEncrypted(String baseName) {
        return baseName.matches("(?i).*\\.(gpg|age|enc|aes)");
    }

    static boolean isOfGlobals(String baseName) {
        String name = baseName.toLowerCase(Locale.ROOT);
        return name.contains("global") || name.contains("roles");
    }

    /** {@code shop} of {@code shop_20261120_020000.dump.gz}, and of {@code shop/2026-11-20.sql}; empty if nothing is left. */
    static Optional<String> database(String path) {
        String[] parts = path.split("/", -1);
        for (int i = parts.length - 1; i >= 0; i--) {
            String rest =
                    TIME.matcher(ENDINGS.matcher(parts[i]).replaceFirst("")).replaceFirst("");
            if (!rest.isBlank()) {
                return Optional.of(rest);
            }
        }
        return Optional.empty();
    }
}
