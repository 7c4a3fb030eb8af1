package dev.watchkeeper.lab.story;

import dev.watchkeeper.lab.postgres.SqlScript;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** The first half of a two-phase commit whose coordinator forgot the second. */
record PreparedTransaction(int waiters) implements Plot {
    private static final String GID = "tx_8812";

    @Override
    public String name() {
        return "prepared transaction";
    }

    @Override
    public void play(Cast cast) throws SQLException, IOException {
        SqlScript sql = SqlScript.beside(PreparedTransaction.class, "prepared-transaction.sql");
        cast.prepared(
                GID,
                new Part(
                        "app_rw",
                        "api",
                        List.of(sql.part("begin"), sql.part("update")),
                        List.of(sql.part("prepare").replace(":gid", GID))));
        cast.waiters(waiters, i -> new Part("app_rw", i % 2 == 0 ? "api" : "checkout", sql.part("update")));
    }
}
