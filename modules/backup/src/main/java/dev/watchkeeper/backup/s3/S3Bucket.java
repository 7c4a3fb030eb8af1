package dev.watchkeeper.backup.s3;

import dev.watchkeeper.backup.reading.HostFile;
import dev.watchkeeper.backup.reading.Listing;
import dev.watchkeeper.backup.reading.Sidecar;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** A part of a bucket, read without any host: all objects are listed, and the newest looked into. */
public final class S3Bucket {
    /** So many objects are looked into: at 16 at a time a few round trips, where a tool needs a process for each. */
    private static final int NEWEST = 200;

    private static final int AT_A_TIME = 16;
    private static final int SIDECAR = 65_536;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration EACH = Duration.ofSeconds(10);

    private final S3Keys.Entrance entrance;
    private final String path;
    private final String bucket;
    private final String prefix;

    private S3Bucket(S3Keys.Entrance entrance, String path) {
        this.entrance = entrance;
        this.path = path.replaceAll("/+$", "");
        String[] parts = this.path.replaceFirst("^s3://", "").split("/", 2);
        this.bucket = parts[0];
        this.prefix = parts.length > 1 ? parts[1] + "/" : "";
    }

    /**
     * What lies there; blocks. Why it can't be read stands in the listing.
     *
     * @param path {@code s3://bucket/folder}
     * @param head how many of an object's first bytes are wanted
     */
    public static Listing read(S3Keys keys, String path, int head) {
        return keys.entrance()
                .map(entrance -> new S3Bucket(entrance, path).listing(head))
                .orElseThrow(() -> new IllegalStateException("nobody looked whether there are keys"));
    }

    private Listing listing(int head) {
        List<HostFile> files = new ArrayList<>();
        Map<String, byte[]> heads = new ConcurrentHashMap<>();
        Optional<dev.watchkeeper.kernel.fault.Fault> closed = Optional.empty();
        try (S3Client client = client()) {
            list(client, files);
            look(client, files, head, heads);
        } catch (SdkException e) {
            closed = Optional.of(S3Faults.of(e, path, entrance));
        }
        return new Listing(
                path,
                files,
                heads,
                Map.of(),
                Map.of(),
                Sidecar.all(heads),
                files.size() <= NEWEST,
                closed,
                closed,
                Optional.of("S3, from here"));
    }

    private S3Client client() {
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(EACH)
                        .socketTimeout(EACH))
                .credentialsProvider(entrance.credentials())
                .region(Region.of(entrance.region()))
                .overrideConfiguration(limits -> limits.apiCallTimeout(PATIENCE).apiCallAttemptTimeout(EACH))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .forcePathStyle(entrance.endpoint().isPresent())
                .crossRegionAccessEnabled(entrance.endpoint().isEmpty());
        entrance.endpoint().map(URI::create).ifPresent(builder::endpointOverride);
        return builder.build();
    }

    private void list(S3Client client, List<HostFile> files) {
        client.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix))
                .contents()
                .forEach(object -> {
                    if (object.key().length() > prefix.length() && !object.key().endsWith("/")) {
                        files.add(new HostFile(
                                false,
                                object.size(),
                                object.lastModified(),
                                object.key().substring(prefix.length()).getBytes(StandardCharsets.UTF_8)));
                    }
                });
    }

    /** What can't be looked into is known by its name. */
    private void look(S3Client client, List<HostFile> files, int head, Map<String, byte[]> heads) {
        Semaphore places = new Semaphore(AT_A_TIME);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            files.stream()
                    .filter(file -> file.size() > 0)
                    .sorted(Comparator.comparing(HostFile::changedAt).reversed())
                    .limit(NEWEST)
                    .forEach(file -> threads.execute(() -> {
                        places.acquireUninterruptibly();
                        try {
                            heads.put(file.path(), first(client, file.path(), head));
                        } catch (SdkException unread) {
                            // listed all the same
                        } finally {
                            places.release();
                        }
                    }));
        }
    }

    private byte[] first(S3Client client, String name, int head) {
        int most = name.endsWith(Sidecar.ENDING) ? SIDECAR : head;
        return client.getObjectAsBytes(
                        request -> request.bucket(bucket).key(prefix + name).range("bytes=0-" + (most - 1)))
                .asByteArray();
    }
}
