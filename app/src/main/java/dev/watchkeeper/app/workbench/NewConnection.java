package dev.watchkeeper.app.workbench;

import dev.watchkeeper.kernel.target.Environment;
import dev.watchkeeper.kernel.target.PasswordSource;
import java.util.List;

/**
 * A target to be saved, as a person gives it.
 *
 * @param url as it is to stand in the file, without a password
 */
public record NewConnection(
        String name,
        String url,
        Environment environment,
        PasswordSource password,
        boolean readOnly,
        List<String> tags) {
    public NewConnection {
        tags = List.copyOf(tags);
    }
}
