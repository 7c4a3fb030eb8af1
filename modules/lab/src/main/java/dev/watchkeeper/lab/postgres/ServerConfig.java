package dev.watchkeeper.lab.postgres;

import java.util.List;
import java.util.Map;

/**
 * What somebody wishes for beyond the lab's own configuration.
 *
 * @param settings over the lab's own
 * @param hba lines that stand before the lab's own
 * @param files small files in the data folder, readable by the server only
 */
public record ServerConfig(Map<String, String> settings, List<String> hba, Map<String, String> files) {}
