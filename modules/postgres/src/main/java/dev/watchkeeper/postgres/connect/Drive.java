package dev.watchkeeper.postgres.connect;

import dev.watchkeeper.kernel.host.Route;
import dev.watchkeeper.kernel.target.HostPort;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.PgConnection;
import org.postgresql.util.HostSpec;

/** Opens the driver's connection, straight or along a route. */
final class Drive {
    /** Everything stands in the properties; without the slashes the driver would forget the database's name. */
    private static final String URL = "jdbc:postgresql:///";

    private Drive() {}

    /** @param properties by {@link DriverProperties}; they are added to */
    static Connection open(Route route, HostPort host, Properties properties) throws SQLException {
        if (!route.isDirect()) {
            return along(route, host, properties);
        }
        Connection jdbc = new Driver().connect(URL, properties);
        if (jdbc == null) {
            throw new SQLException("the driver did not accept its own URL");
        }
        return jdbc;
    }

    /**
     * Not through the driver's front door, which lets in texts only, and no route. The server keeps its name, by which its
     * certificate is checked.
     */
    private static Connection along(Route route, HostPort host, Properties properties) throws SQLException {
        properties.put(RoutedSockets.ROUTE, route);
        PGProperty.SOCKET_FACTORY.set(properties, RoutedSockets.class.getName());
        properties.remove(PGProperty.SOCKET_FACTORY_ARG.getName());
        String there = host.isUnixSocket() ? host.host() + "/.s.PGSQL." + host.port() : host.host();
        return new PgConnection(new HostSpec[] {new FarHost(there, host.port())}, properties, URL);
    }

    /** A host whose name is for the other end of the route. */
    private static final class FarHost extends HostSpec {
        FarHost(String host, int port) {
            super(host, port);
        }

        @Override
        public Boolean shouldResolve() {
            return false;
        }
    }
}
