package dev.watchkeeper.backup.redis;

import dev.watchkeeper.backup.reading.HostFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder of append-only files, as Redis 7 keeps them: a base and what came after it, named by a manifest.
 *
 * @param path below the source's folder
 * @param parts what the manifest names and is there
 * @param missing what it names and is not there
 */
record AofFolder(String path, List<HostFile> parts, List<String> missing) {
    private static final String ENDING = ".manifest";
    private static final Pattern LINE = Pattern.compile("file \"?(.+?)\"? seq \\d+ type [bih].*");

    /** Every one whose manifest is there. */
    static List<AofFolder> all(List<HostFile> files, Map<String, byte[]> manifests) {
        Map<String, HostFile> known = new HashMap<>();
        files.forEach(file -> known.put(file.path(), file));
        List<AofFolder> all = new ArrayList<>();
        manifests.forEach((path, text) -> {
            if (path.endsWith(ENDING)) {
                all.add(read(path, new String(text, StandardCharsets.UTF_8), known));
            }
        });
        return all;
    }

    private static AofFolder read(String manifest, String text, Map<String, HostFile> known) {
        String folder = manifest.substring(0, Math.max(0, manifest.lastIndexOf('/')));
        List<HostFile> parts = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        text.lines().map(LINE::matcher).filter(Matcher::matches).forEach(line -> {
            String name = line.group(1);
            HostFile part = known.get(folder.isEmpty() ? name : folder + "/" + name);
            if (part == null) {
                missing.add(name);
            } else {
                parts.add(part);
            }
        });
        return new AofFolder(folder, parts, missing);
    }

    /** Why it can't be loaded. */
    Optional<String> error() {
        if (!missing.isEmpty()) {
            return Optional.of("a file that its manifest names is missing: " + String.join(", ", missing));
        }
        return parts.isEmpty() ? Optional.of("its manifest names no file") : Optional.empty();
    }

    long bytes() {
        return parts.stream().mapToLong(HostFile::size).sum();
    }
}
