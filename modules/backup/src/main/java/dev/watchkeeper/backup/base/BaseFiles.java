package dev.watchkeeper.backup.base;

import dev.watchkeeper.backup.reading.HostFile;
import java.util.ArrayList;
import java.util.List;

/**
 * The files that tell of one base backup.
 *
 * @param path of its folder below the source's; empty for that itself
 */
record BaseFiles(String path, List<HostFile> files) {
    BaseFiles(String path) {
        this(path, new ArrayList<>());
    }

    /** Whether it is one at all. */
    boolean isBackup() {
        return has("backup_label") || isTar() || (has("PG_VERSION") && has("backup_manifest"));
    }

    boolean isTar() {
        return files.stream().anyMatch(file -> file.baseName().matches("base\\.tar(\\..*)?"));
    }

    boolean has(String name) {
        return files.stream().anyMatch(file -> file.baseName().equals(name));
    }

    /** The path of that file of it. */
    String file(String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }

    /** {@code base.tar}, {@code base.tar.gz}; else the label. */
    String labelled() {
        return files.stream()
                .map(HostFile::baseName)
                .filter(name -> name.matches("base\\.tar(\\..*)?"))
                .findFirst()
                .orElse("backup_label");
    }

    long tarBytes() {
        return files.stream()
                .filter(file -> file.baseName().matches(".*\\.tar(\\..*)?"))
                .mapToLong(HostFile::size)
                .sum();
    }
}
