package dev.watchkeeper.lab.story;

import dev.watchkeeper.lab.postgres.SqlScript;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** A worker that took the nightly job's lock and went idle. */
record AdvisoryLock(int waiters) implements Plot {
    @Override
    public String name() {
        return "advisory lock";
    }

    @Override
    public void play(Cast cast) throws SQLException, IOException {
        SqlScript sql = SqlScript.beside(AdvisoryLock.class, "advisory-lock.sql");
        cast.holder(new Part("app_rw", "worker", sql.part("lock")));
        cast.waiters(
                waiters, i -> new Part("app_rw", "worker", List.of(), List.of(sql.part("lock"), sql.part("unlock"))));
    }
}
