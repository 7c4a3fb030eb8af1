package dev.watchkeeper.postgres.testing;

import dev.watchkeeper.lab.LabPlan;
import dev.watchkeeper.lab.postgres.PostgresServer;
import dev.watchkeeper.lab.process.Patience;
import dev.watchkeeper.lab.testing.Authority;
import dev.watchkeeper.lab.testing.SharedLabs;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * A server of the newest version with TLS, whose pg_hba.conf asks each role for something else: {@code scram} for a
 * password, {@code tls} for TLS, {@code by_cert} for a certificate; {@code nobody} is not in it. {@code plain} has no
 * rights beyond those of everybody, {@code watcher} has pg_monitor, {@code helper} has pg_monitor and pg_signal_backend.
 */
public final class GuardedLab {
    public static final String PASSWORD = "Kä$e-7 \"quoted' \\ passw0rd";

    /** One for the whole test run, as its labs are. */
    private static final GuardedLab SHARED = create();

    private final Authority authority;
    private final LabPlan plan;

    private GuardedLab(Authority authority, LabPlan plan) {
        this.authority = authority;
        this.plan = plan;
    }

    private static GuardedLab create() {
        try {
            Authority authority = new Authority("Watchkeeper test authority");
            Authority.Issued server = authority.server("127.0.0.1", "pg-shop-1.example");
            Authority.Issued expired = authority.expiredServer("127.0.0.1");
            LabPlan plan = LabPlan.primaryOnly(LabPlan.NEWEST)
                    .file("ca.crt", authority.certificate())
                    .file("server.crt", server.certificate())
                    .file("server.key", server.key())
                    .file("expired.crt", expired.certificate())
                    .file("expired.key", expired.key())
                    .setting("ssl", "on")
                    .setting("ssl_ca_file", "ca.crt")
                    .setting("ssl_cert_file", "server.crt")
                    .setting("ssl_key_file", "server.key")
                    .setting("reserved_connections", "2");
            return new GuardedLab(authority, plan);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hba() {
        List<String> open = List.of(
                "postgres", "app_rw", "plain", "plain_two", "watcher", "helper", "crowded", "reads_only", "ghost");
        return "hostssl all tls 127.0.0.1/32 trust\n"
                + "hostssl all by_cert 127.0.0.1/32 cert\n"
                + "host all scram 127.0.0.1/32 scram-sha-256\n"
                + "host all " + String.join(",", open) + " 127.0.0.1/32 trust\n";
    }

    /** Starts it, or takes the one that runs. */
    public static PostgresServer start(SharedLabs labs) throws SQLException, IOException {
        PostgresServer server = labs.lab(SHARED.plan).primary();
        try (Client superuser = Client.enter(server)) {
            if (superuser.asks("select 1 from pg_roles where rolname = 'scram'").isEmpty()) {
                createRoles(superuser);
                guard(server, superuser);
            }
        }
        return server;
    }

    /** The lab's own file lets everybody in. */
    private static void guard(PostgresServer server, Client superuser) throws SQLException, IOException {
        Files.writeString(server.dataFolder().resolve("pg_hba.conf"), hba());
        superuser.does("select pg_reload_conf()");
        Patience.until(Duration.ofSeconds(20), "nobody gets in", () -> {
            try (Connection entered = server.connect("nobody", "too early")) {
                return !entered.isValid(1);
            } catch (SQLException refused) {
                return true;
            }
        });
    }

    private static void createRoles(Client superuser) throws SQLException {
        superuser.does("create role scram login password '%s'".formatted(PASSWORD.replace("'", "''")));
        for (String role : List.of("tls", "by_cert", "nobody", "plain", "plain_two", "watcher", "helper")) {
            superuser.does("create role " + role + " login");
        }
        superuser.does("grant pg_monitor to watcher, helper");
        superuser.does("grant pg_signal_backend to helper");
        superuser.does("create role crowded login connection limit 0");
        superuser.does("create role reads_only login");
        superuser.does("alter role reads_only set default_transaction_read_only = on");
    }

    /** Who signed the server's certificate, which is made out to 127.0.0.1 and pg-shop-1.example. */
    public static Authority authority() {
        return SHARED.authority;
    }
}
