package dev.watchkeeper.lab.story;

import dev.watchkeeper.lab.postgres.SqlScript;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** A migration that waits for a long report stops every reader who comes after it. */
record TableQueue(int readers, int textBytes) implements Plot {
    @Override
    public String name() {
        return "table queue";
    }

    @Override
    public void play(Cast cast) throws SQLException, IOException {
        SqlScript sql = SqlScript.beside(TableQueue.class, "table-queue.sql");
        cast.busyHolder(new Part("reporting", "Metabase", sql.part("report")));
        // rolled back when it gets through, so that the story can be told again
        cast.waiter(new Part(
                "migrator", "flyway", List.of(sql.part("begin")), List.of(sql.part("alter"), sql.part("rollback"))));
        cast.waiters(
                readers,
                i -> new Part(
                        "app_ro",
                        "api",
                        Filler.fill(sql.part("read").replace(":customer", Integer.toString(91 + 37 * i)), textBytes)));
    }
}
