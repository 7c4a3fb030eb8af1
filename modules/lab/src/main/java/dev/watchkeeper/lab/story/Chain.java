package dev.watchkeeper.lab.story;

import dev.watchkeeper.lab.postgres.SqlScript;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Each waits for the one before, and holds what the next one wants. */
record Chain() implements Plot {
    @Override
    public String name() {
        return "chain";
    }

    @Override
    public void play(Cast cast) throws SQLException, IOException {
        SqlScript sql = SqlScript.beside(Chain.class, "chain.sql");
        cast.holder(new Part("app_rw", "worker", List.of(sql.part("begin")), List.of(sql.part("first"))));
        cast.waiter(new Part(
                "app_rw",
                "api",
                List.of(sql.part("begin"), sql.part("second")),
                List.of(sql.part("first"), sql.part("commit"))));
        cast.waiter(new Part(
                "app_rw",
                "worker",
                List.of(sql.part("begin"), sql.part("third")),
                List.of(sql.part("second"), sql.part("commit"))));
        cast.waiter(new Part("app_rw", "api", sql.part("third")));
    }
}
