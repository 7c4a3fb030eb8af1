package dev.watchkeeper.lab.story;

import dev.watchkeeper.lab.postgres.SqlScript;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** The idle connections of applications' pools. */
record IdleSessions(int sessions, int textBytes) implements Plot {
    private static final List<Part> APPLICATIONS = List.of(
            new Part("app_rw", "checkout", ""), new Part("app_ro", "api", ""), new Part("app_rw", "worker", ""));

    @Override
    public String name() {
        return "idle sessions";
    }

    @Override
    public void play(Cast cast) throws SQLException, IOException {
        String template = SqlScript.beside(IdleSessions.class, "idle.sql").part("list");
        cast.holders(sessions, i -> {
            Part application = APPLICATIONS.get(i % APPLICATIONS.size());
            return new Part(application.user(), application.application(), text(template, i));
        });
    }

    /** The template with a list of ids that fills it up to the size. */
    private String text(String template, int seed) {
        StringBuilder ids = new StringBuilder().append(seed + 1);
        int wanted = textBytes - template.length();
        for (int id = seed + 1_000; ids.length() < wanted; id += 7) {
            ids.append(", ").append(id);
        }
        return template.replace(":ids", ids);
    }
}
