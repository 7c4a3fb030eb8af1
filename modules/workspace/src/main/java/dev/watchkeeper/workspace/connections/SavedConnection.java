package dev.watchkeeper.workspace.connections;

import dev.watchkeeper.kernel.target.Target;

/**
 * A target as it is saved.
 *
 * @param url the address as it stands in the file, without a password; empty for one under {@code database:}, which only
 *     people edit
 */
public record SavedConnection(Target target, String url) {
    public String name() {
        return target.name();
    }
}
