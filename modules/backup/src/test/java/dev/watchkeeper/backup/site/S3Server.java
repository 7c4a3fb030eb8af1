package dev.watchkeeper.backup.site;

import dev.watchkeeper.lab.process.FreePorts;
import dev.watchkeeper.lab.process.LabFolder;
import dev.watchkeeper.lab.process.Patience;
import dev.watchkeeper.lab.process.ServerProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An S3 on 127.0.0.1, with and without TLS: s3proxy over a folder, as a process of its own. */
public final class S3Server implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Path JAR = Path.of("target", "s3proxy", "s3proxy.jar");
    private static final String IDENTITY = "local-identity";
    private static final String CREDENTIAL = "local-credential";
    private static final String STORE_PASSWORD = "testing";

    private final LabFolder lab;
    private final ServerProcess process;
    private final int port;
    private final int tlsPort;

    private S3Server(LabFolder lab, ServerProcess process, int port, int tlsPort) {
        this.lab = lab;
        this.process = process;
        this.port = port;
        this.tlsPort = tlsPort;
    }

    /** Starts one with a bucket of that name. */
    public static S3Server start(String bucket) throws IOException, SQLException {
        LabFolder lab = LabFolder.create();
        Path home = lab.path();
        Files.createDirectories(home.resolve("data").resolve(bucket));
        Path keys = home.resolve("keys.p12");
        ServerProcess.start(
                        lab,
                        "keytool",
                        List.of(
                                java("keytool"),
                                "-genkeypair",
                                "-alias",
                                "s3",
                                "-keyalg",
                                "EC",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                keys.toString(),
                                "-storepass",
                                STORE_PASSWORD,
                                "-dname",
                                "CN=127.0.0.1",
                                "-ext",
                                "san=ip:127.0.0.1",
                                "-validity",
                                "30"),
                        home.resolve("keytool.log"))
                .expectSuccess(LIMIT);
        FreePorts ports = lab.ports();
        int port = ports.next();
        int tlsPort = ports.next();
        Path settings = Files.writeString(home.resolve("s3proxy.conf"), """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.secure-endpoint=https://127.0.0.1:%d
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                s3proxy.keystore-path=%s
                s3proxy.keystore-password=%s
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                """.formatted(
                        port, tlsPort, IDENTITY, CREDENTIAL, keys, STORE_PASSWORD, home.resolve("data")));
        ServerProcess process = ServerProcess.start(
                lab,
                "s3proxy",
                List.of(
                        java("java"),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-jar",
                        JAR.toAbsolutePath().toString(),
                        "--properties",
                        settings.toString()),
                home.resolve("s3proxy.log"));
        Patience.until(LIMIT, "s3proxy listens", () -> !process.isAlive() || (isOpen(port) && isOpen(tlsPort)));
        S3Server server = new S3Server(lab, process, port, tlsPort);
        if (!process.isAlive()) {
            String words = process.lastWords();
            server.close();
            throw new IOException("s3proxy does not start: " + words);
        }
        return server;
    }

    private static String java(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    private static boolean isOpen(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** How a user of rclone's enters it: its remote {@code lab:}. */
    public Map<String, String> variables() throws IOException {
        Path config = Files.writeString(lab.path().resolve("rclone.conf"), """
                [lab]
                type = s3
                provider = Other
                endpoint = http://127.0.0.1:%d
                access_key_id = %s
                secret_access_key = %s
                """.formatted(port, IDENTITY, CREDENTIAL));
        return Map.of("RCLONE_CONFIG", config.toString(), "AWS_CA_BUNDLE", "");
    }

    /** What lies in a bucket of its, as files. */
    public Path folder(String bucket) {
        return lab.path().resolve("data").resolve(bucket);
    }

    /** Where it listens. */
    public String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    /** Its user's key and secret, in this order. */
    public List<String> keys() {
        return List.of(IDENTITY, CREDENTIAL);
    }

    /** How pgBackRest enters it. */
    public String repository(String bucket) {
        return """
                repo1-type=s3
                repo1-path=/pgbackrest
                repo1-s3-bucket=%s
                repo1-s3-endpoint=127.0.0.1
                repo1-storage-host=127.0.0.1
                repo1-storage-port=%d
                repo1-storage-verify-tls=n
                repo1-s3-region=us-east-1
                repo1-s3-uri-style=path
                repo1-s3-key=%s
                repo1-s3-key-secret=%s
                repo1-retention-full=2
                """.formatted(bucket, tlsPort, IDENTITY, CREDENTIAL);
    }

    @Override
    public void close() throws IOException {
        try {
            process.kill();
        } finally {
            lab.close();
        }
    }
}
