package dev.watchkeeper.lab.story;

import dev.watchkeeper.lab.postgres.SqlScript;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Sessions that began a transaction and went for coffee. */
record IdleInTransaction(int sessions) implements Plot {
    @Override
    public String name() {
        return "idle in transaction";
    }

    @Override
    public void play(Cast cast) throws SQLException, IOException {
        SqlScript sql = SqlScript.beside(IdleInTransaction.class, "idle.sql");
        List<String> begin = List.of(sql.part("begin"));
        cast.holders(
                sessions,
                i -> i % 3 == 0
                        ? new Part("dba", "psql", begin, List.of(sql.part("look")))
                        : new Part("app_rw", "worker", begin, List.of(sql.part("work"))));
    }
}
