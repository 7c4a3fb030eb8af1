package dev.watchkeeper.postgres.describe;

import java.util.List;

/**
 * What there is to say about something.
 *
 * @param title {@code Table public.orders}, {@code Roles}
 */
public record Description(String title, List<Section> sections) {
    public Description {
        sections = List.copyOf(sections);
    }
}
