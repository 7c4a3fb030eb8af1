package dev.watchkeeper.lab.story;

import java.io.IOException;
import java.sql.SQLException;

/** What happens in a story. */
interface Plot {
    /** In the DBA's words: {@code row queue}. */
    String name();

    /** Brings everybody to where he should stand, and returns when he does. */
    void play(Cast cast) throws SQLException, IOException;
}
