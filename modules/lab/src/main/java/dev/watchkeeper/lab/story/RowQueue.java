package dev.watchkeeper.lab.story;

import dev.watchkeeper.lab.postgres.SqlScript;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** A forgotten transaction on one order, and everybody who wants that order. */
record RowQueue(int waiters, int textBytes) implements Plot {
    @Override
    public String name() {
        return "row queue";
    }

    @Override
    public void play(Cast cast) throws SQLException, IOException {
        SqlScript sql = SqlScript.beside(RowQueue.class, "row-queue.sql");
        cast.holder(new Part("app_rw", "checkout", List.of(sql.part("begin")), List.of(sql.part("pay"))));
        cast.waiters(
                waiters,
                i -> i % 3 == 2
                        ? new Part("app_rw", "worker", Filler.fill(sql.part("ship"), textBytes))
                        : new Part("app_rw", "checkout", Filler.fill(sql.part("pay"), textBytes)));
    }
}
