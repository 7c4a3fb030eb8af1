package dev.watchkeeper.backup.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.backup.Backup;
import dev.watchkeeper.backup.Catalog;
import dev.watchkeeper.backup.catalog.SourcesReader;
import dev.watchkeeper.backup.policy.Policy;
import dev.watchkeeper.backup.site.Reading;
import dev.watchkeeper.backup.site.S3Server;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;
import dev.watchkeeper.kernel.host.BackupSource;
import dev.watchkeeper.kernel.host.HostSpec;
import dev.watchkeeper.lab.process.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Buckets read without a host or a tool, of an S3 that is not Amazon's. */
@TestInstance(Lifecycle.PER_CLASS)
class S3BucketTest {
    private static final String BUCKET = "backups";
    /** More than one page of an answer holds. */
    private static final int MANY = 1_050;

    @TempDir
    private Path home;

    private S3Server s3;

    @BeforeAll
    void fill() throws Exception {
        s3 = S3Server.start(BUCKET);
        Path folder = Files.createDirectories(s3.folder(BUCKET).resolve("many"));
        for (int i = 0; i < MANY; i++) {
            Files.writeString(folder.resolve("it's %04d.sql".formatted(i)), dump(i));
        }
        Files.writeString(folder.resolve("it's 0007.sql.watchkeeper.json"), "{\"database\":\"told\"}");
    }

    @AfterAll
    void close() throws IOException {
        if (s3 != null) {
            s3.close();
        }
    }

    private static String dump(int number) {
        return """
                --
                -- PostgreSQL database dump
                --

                -- Dumped from database version 15.%d

                """.formatted(number % 20);
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>();
        variables.put("AWS_ACCESS_KEY_ID", s3.keys().getFirst());
        variables.put("AWS_SECRET_ACCESS_KEY", s3.keys().getLast());
        variables.put("AWS_ENDPOINT_URL", s3.endpoint());
        return variables;
    }

    private Catalog read(Map<String, String> variables, String path) throws FaultException {
        return new SourcesReader(
                        List.of(new BackupSource.Dumps(HostSpec.LOCAL, path)),
                        name -> {
                            throw new IllegalStateException("no host is needed");
                        },
                        Policy.runbooks(),
                        Clock.systemUTC(),
                        ZoneOffset.UTC,
                        new S3Keys(variables, home))
                .read();
    }

    private Fault fault(Map<String, String> variables, String path) throws FaultException {
        return read(variables, path).sources().getFirst().trouble().orElseThrow();
    }

    @Test
    void allOfItIsListedAndTheNewestLookedInto() throws FaultException {
        Catalog catalog = read(variables(), "s3://" + BUCKET + "/many/");
        assertThat(catalog.sources().getFirst().trouble()).isEmpty();
        assertThat(catalog.backups()).hasSize(MANY);
        assertThat(catalog.backups())
                .filteredOn(backup -> backup.serverVersion().isPresent())
                .hasSizeBetween(190, 200)
                .allSatisfy(backup ->
                        assertThat(backup.serverVersion().orElseThrow()).startsWith("15."));
        assertThat(catalog.backups())
                .allSatisfy(backup -> assertThat(backup.place()).startsWith("s3://" + BUCKET));
    }

    @Test
    void keysAreThoseOfTheProfile() throws Exception {
        Path aws = Files.createDirectories(home.resolve(".aws"));
        Files.writeString(aws.resolve("credentials"), """
                [backup]
                aws_access_key_id = %s
                aws_secret_access_key = %s
                """.formatted(
                        s3.keys().getFirst(), s3.keys().getLast()));
        Files.writeString(aws.resolve("config"), """
                [profile backup]
                region = eu-central-1
                endpoint_url = %s
                """.formatted(s3.endpoint()));
        assertThat(new S3Keys(Map.of(), home).areThere()).as("another profile").isFalse();
        Backup one = Reading.backup(read(Map.of("AWS_PROFILE", "backup"), "s3://" + BUCKET), "many/it's 0007.sql");
        assertThat(one.repoBytes()).hasValue(dump(7).length());
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        Fault nowhere = fault(variables(), "s3://no-such-bucket/x");
        assertThat(nowhere.message()).isEqualTo("there is no bucket of s3://no-such-bucket/x at " + s3.endpoint());
        Map<String, String> wrong = variables();
        wrong.put("AWS_SECRET_ACCESS_KEY", "something else");
        Fault denied = fault(wrong, "s3://" + BUCKET);
        assertThat(denied.kind()).isEqualTo(FaultKind.DENIED);
        assertThat(denied.message()).contains("does not know these keys").doesNotContain("something else");
        Map<String, String> gone = variables();
        gone.put("AWS_ENDPOINT_URL", "http://127.0.0.1:" + new FreePorts().next());
        Fault silent = fault(gone, "s3://" + BUCKET);
        assertThat(silent.kind()).isEqualTo(FaultKind.UNREACHABLE);
        assertThat(silent.message()).contains("nobody listens at http://127.0.0.1:");
    }
}
