package dev.watchkeeper.lab.servers;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * This machine, as far as executables differ.
 *
 * @param system {@code linux}, {@code darwin} or {@code windows}
 * @param machine {@code amd64} or {@code arm64}
 */
record Platform(String system, String machine) {
    static Platform here() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String system = os.contains("win") ? "windows" : os.contains("mac") ? "darwin" : "linux";
        String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return new Platform(system, arch.equals("aarch64") || arch.equals("arm64") ? "arm64" : "amd64");
    }

    String executable(String name) {
        return system.equals("windows") ? name + ".exe" : name;
    }

    /** The user's folder for what can be made again. */
    Path caches(Map<String, String> environment) {
        Path home = Path.of(System.getProperty("user.home", "."));
        return switch (system) {
            case "windows" -> Path.of(environment.getOrDefault("LOCALAPPDATA", home.toString()));
            case "darwin" -> home.resolve("Library/Caches");
            default -> {
                String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
                yield cache.isEmpty() ? home.resolve(".cache") : Path.of(cache);
            }
        };
    }
}
