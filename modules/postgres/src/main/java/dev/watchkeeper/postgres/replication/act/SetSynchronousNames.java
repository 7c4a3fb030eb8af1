package dev.watchkeeper.postgres.replication.act;

import dev.watchkeeper.kernel.action.Danger;
import dev.watchkeeper.kernel.action.Outcome;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.text.Spans;
import dev.watchkeeper.postgres.connect.Connected;
import dev.watchkeeper.postgres.sql.Quoting;
import dev.watchkeeper.postgres.sql.Rows;
import dev.watchkeeper.postgres.sql.SqlFile;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Changes for whom commits wait. ALTER SYSTEM takes no condition, so the server is asked who it is right before. */
final class SetSynchronousNames extends MemberAction {
    private static final SqlFile SET = SqlFile.of(SetSynchronousNames.class, "set_synchronous");
    private static final SqlFile RELOAD = SqlFile.of(SetSynchronousNames.class, "reload");
    private static final SqlFile SOURCE = SqlFile.of(SetSynchronousNames.class, "synchronous_source");

    private final String before;
    private final String names;
    private final String preview;
    private final Danger danger;

    /**
     * @param before as it was seen; if it is another one by now, nothing is done
     * @param names as they are to be
     */
    SetSynchronousNames(Member member, String before, String names, String preview, Danger danger) {
        super(member);
        this.before = before;
        this.names = names;
        this.preview = preview;
        this.danger = danger;
    }

    @Override
    public String name() {
        return "synchronous-standbys";
    }

    @Override
    public String preview() {
        return preview;
    }

    @Override
    public String statement() {
        return SET.filled().replace(":names", Quoting.literal(names)) + ";\n" + RELOAD.filled();
    }

    @Override
    public Danger danger() {
        return danger;
    }

    @Override
    public Outcome run() throws FaultException {
        long start = System.nanoTime();
        server().act(this::change);
        Standing now = Standing.await(
                server(),
                PATIENCE,
                standing -> standing.synchronousStandbyNames().equals(names));
        if (now.synchronousStandbyNames().equals(names)) {
            return new Outcome(
                    true,
                    "in force after " + Spans.words(since(start))
                            + "; undo: alter system set synchronous_standby_names = " + Quoting.literal(before)
                            + "; select pg_reload_conf()",
                    since(start));
        }
        return new Outcome(
                false,
                "it is still '" + now.synchronousStandbyNames() + "', " + source() + ": that goes before",
                since(start));
    }

    private Boolean change(Connected connected) throws SQLException, FaultException {
        Standing now = Standing.read(connected);
        boolean same = now.system().equals(member().system())
                && now.synchronousStandbyNames().equals(before);
        if (!same || now.standby()) {
            throw Standing.changed(member().name(), "the primary with synchronous_standby_names '" + before + "'");
        }
        String sql = SET.text(connected.version()).replace(":names", Quoting.literal(names));
        try (Statement statement = connected.jdbc().createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
            statement.execute(RELOAD.text(connected.version()));
        }
        return true;
    }

    private String source() throws FaultException {
        return server().look(connected -> {
            try (PreparedStatement statement = connected.prepare(SOURCE);
                    ResultSet result = statement.executeQuery()) {
                Rows rows = new Rows(result);
                rows.next();
                String file = rows.text("sourcefile");
                return "from " + rows.text("source") + (file.isEmpty() ? "" : " (" + file + ")");
            }
        });
    }
}
