package dev.watchkeeper.postgres.replication.replica;

import dev.watchkeeper.postgres.libpq.KeywordString;
import dev.watchkeeper.postgres.replication.replica.ReplicaPlan.Step;
import dev.watchkeeper.postgres.sql.Quoting;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** What to type for a new standby. No password is in it: psql and {@code ~/.pgpass} ask for that. */
final class ReplicaSteps {
    private static final String SQL = "primary, SQL";
    private static final String HBA = "primary, pg_hba.conf";
    private static final String SHELL = "new host, shell";

    private final Room room;
    private final ReplicaWish wish;

    ReplicaSteps(Room room, ReplicaWish wish) {
        this.room = room;
        this.wish = wish;
    }

    List<Step> all() {
        List<Step> steps = new ArrayList<>();
        String role = Quoting.identifier(wish.role());
        if (room.roleSuits() == null) {
            steps.add(new Step(
                    SQL,
                    "A role that may only replicate; psql asks for its password",
                    "create role " + role + " with login replication;\n\\password " + role));
        } else if (!room.roleSuits()) {
            steps.add(new Step(
                    SQL, "The role may replicate from now on", "alter role " + role + " with login replication;"));
        }
        steps.add(new Step(HBA, "Lets it in from there; put it before lines that refuse it", hba()));
        steps.add(new Step(SQL, "Puts that in force", "select pg_reload_conf();"));
        if (room.slotActive() == null) {
            steps.add(new Step(
                    SQL,
                    "Keeps WAL for it, also while it is away",
                    "select pg_create_physical_replication_slot(" + Quoting.literal(wish.slot()) + ", true);"));
        }
        steps.add(new Step(
                SHELL,
                "Its password, readable by the server's user alone; write it in place of PASSWORD",
                "umask 077; echo " + ShellWord.quote(passLine()) + " >> ~/.pgpass"));
        steps.add(
                new Step(SHELL, "Copies the data, and makes it follow; takes as long as the copy takes", baseBackup()));
        steps.add(new Step(
                SHELL, "Starts it", "pg_ctl --pgdata=" + ShellWord.quote(wish.dataDirectory()) + " --wait start"));
        steps.add(new Step(
                SQL,
                "Whether it follows",
                "select state, sync_state, replay_lsn from pg_stat_replication where application_name = "
                        + Quoting.literal(wish.name()) + ";"));
        return steps;
    }

    private String hba() {
        String address = wish.address();
        boolean numeric = address.matches("[0-9.]+") || address.contains(":");
        String from = !numeric || address.contains("/") ? address : address + (address.contains(":") ? "/128" : "/32");
        return (room.ssl() ? "hostssl" : "host") + " replication " + hbaName(wish.role()) + " " + from
                + " scram-sha-256";
    }

    /** Quoted, no name is a keyword ({@code all}) or a list. */
    private static String hbaName(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Colons and backslashes are escaped (documentation: the password file). */
    private String passLine() {
        StringJoiner line = new StringJoiner(":");
        for (String field : new String[] {
            wish.primary().host(), Integer.toString(wish.primary().port()), "replication", wish.role()
        }) {
            line.add(field.replace("\\", "\\\\").replace(":", "\\:"));
        }
        return line + ":PASSWORD";
    }

    private String baseBackup() {
        StringJoiner conninfo = new StringJoiner(" ");
        conninfo.add("host=" + KeywordString.quote(wish.primary().host()));
        conninfo.add("port=" + wish.primary().port());
        conninfo.add("user=" + KeywordString.quote(wish.role()));
        conninfo.add("application_name=" + KeywordString.quote(wish.name()));
        return "pg_basebackup --dbname=" + ShellWord.quote(conninfo.toString())
                + " --pgdata=" + ShellWord.quote(wish.dataDirectory())
                + " --slot=" + ShellWord.quote(wish.slot())
                + " --wal-method=stream --checkpoint=fast --write-recovery-conf --progress";
    }
}
