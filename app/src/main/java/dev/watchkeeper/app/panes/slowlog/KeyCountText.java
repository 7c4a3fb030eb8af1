package dev.watchkeeper.app.panes.slowlog;

import dev.watchkeeper.kernel.text.Sizes;
import javafx.util.StringConverter;

/** {@code up to 20,000 keys}. */
final class KeyCountText extends StringConverter<Long> {
    @Override
    public String toString(Long count) {
        return count == null ? "" : "up to " + Sizes.of(count, "key", "keys");
    }

    @Override
    public Long fromString(String text) {
        return Long.valueOf(text.replaceAll("[^0-9]", ""));
    }
}
