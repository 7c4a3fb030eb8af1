package dev.watchkeeper.backup.s3;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * How the workstation enters buckets: by the variables and files of aws, which are read anew each time. Nothing of it is
 * kept. Profiles that lead to a role or a single sign-on are left to the tools that know them.
 */
public final class S3Keys {
    private static final String USUAL_REGION = "us-east-1";

    private final Map<String, String> variables;
    private final Path home;

    /** @param home in which {@code .aws} lies */
    public S3Keys(Map<String, String> variables, Path home) {
        this.variables = Map.copyOf(variables);
        this.home = home;
    }

    /** Where nothing is set up. */
    public static S3Keys none() {
        return new S3Keys(
                Map.of("AWS_SHARED_CREDENTIALS_FILE", "/dev/null", "AWS_CONFIG_FILE", "/dev/null"), Path.of(""));
    }

    /**
     * What is needed for a call.
     *
     * @param endpoint of a server that is not Amazon's: it gets the bucket's name in the path
     */
    record Entrance(AwsCredentialsProvider credentials, String region, Optional<String> endpoint) {}

    /** Whether keys are set up, so that one may try. */
    public boolean areThere() {
        return entrance().isPresent();
    }

    Optional<Entrance> entrance() {
        ProfileFile files = files();
        String name = variable("AWS_PROFILE").orElse("default");
        Optional<Profile> profile = files.profile(name);
        return fromVariables()
                .or(() -> profile.filter(S3Keys::hasKeys)
                        .map(one -> ProfileCredentialsProvider.builder()
                                .profileFile(files)
                                .profileName(name)
                                .build()))
                .map(credentials -> new Entrance(
                        credentials,
                        variable("AWS_REGION")
                                .or(() -> variable("AWS_DEFAULT_REGION"))
                                .or(() -> profile.flatMap(one -> one.property("region")))
                                .orElse(USUAL_REGION),
                        variable("AWS_ENDPOINT_URL_S3")
                                .or(() -> variable("AWS_ENDPOINT_URL"))
                                .or(() -> profile.flatMap(one -> one.property("endpoint_url")))));
    }

    private Optional<AwsCredentialsProvider> fromVariables() {
        Optional<String> id = variable("AWS_ACCESS_KEY_ID");
        Optional<String> secret = variable("AWS_SECRET_ACCESS_KEY");
        if (id.isEmpty() || secret.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(StaticCredentialsProvider.create(variable("AWS_SESSION_TOKEN")
                .map(token -> (software.amazon.awssdk.auth.credentials.AwsCredentials)
                        AwsSessionCredentials.create(id.get(), secret.get(), token))
                .orElseGet(() -> AwsBasicCredentials.create(id.get(), secret.get()))));
    }

    private static boolean hasKeys(Profile profile) {
        return profile.property("aws_access_key_id").isPresent()
                || profile.property("credential_process").isPresent();
    }

    private ProfileFile files() {
        ProfileFile.Aggregator all = ProfileFile.aggregator();
        add(all, "AWS_SHARED_CREDENTIALS_FILE", "credentials", ProfileFile.Type.CREDENTIALS);
        add(all, "AWS_CONFIG_FILE", "config", ProfileFile.Type.CONFIGURATION);
        return all.build();
    }

    private void add(ProfileFile.Aggregator all, String variable, String name, ProfileFile.Type type) {
        Path file = variable(variable).map(Path::of).orElse(home.resolve(".aws").resolve(name));
        if (Files.isRegularFile(file)) {
            all.addFile(ProfileFile.builder().content(file).type(type).build());
        }
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(text -> !text.isBlank());
    }
}
