package dev.watchkeeper.backup.s3;

import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultKind;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** Why a bucket can't be read, in words. The codes are those of S3's error responses. */
final class S3Faults {
    private S3Faults() {}

    static Fault of(SdkException trouble, String path, S3Keys.Entrance entrance) {
        String where = entrance.endpoint().orElse("Amazon's S3, region " + entrance.region());
        return trouble instanceof AwsServiceException answer
                ? answered(answer, path, where)
                : unanswered(trouble, path, where);
    }

    private static Fault answered(AwsServiceException answer, String path, String where) {
        String code = answer.awsErrorDetails() == null
                ? ""
                : String.valueOf(answer.awsErrorDetails().errorCode());
        String head = path + " can't be read: ";
        return switch (code) {
            case "NoSuchBucket" ->
                new Fault(
                        FaultKind.BAD_INPUT,
                        "there is no bucket of " + path + " at " + where,
                        "Look at backups: in connections.yaml, and at the endpoint of the AWS profile");
            case "AccessDenied", "AllAccessDisabled" ->
                new Fault(
                        FaultKind.DENIED,
                        head + where + " does not let these keys list it",
                        "They need s3:ListBucket and s3:GetObject");
            case "InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidToken" ->
                new Fault(
                        FaultKind.DENIED,
                        head + where + " does not know these keys (" + code + ")",
                        "Look at ~/.aws/credentials, AWS_PROFILE and AWS_ACCESS_KEY_ID here on the workstation");
            case "ExpiredToken", "TokenRefreshRequired" ->
                new Fault(FaultKind.DENIED, head + "the session of these keys is over", "Sign in to AWS again");
            case "RequestTimeTooSkewed", "RequestExpired" ->
                new Fault(
                        FaultKind.FAILED,
                        head + "the workstation's clock is too far from that of " + where,
                        "Set this machine's clock: S3 takes at most 15 minutes");
            case "PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException" ->
                new Fault(
                        FaultKind.BAD_INPUT,
                        head + "it is in another region than " + where,
                        "Say its region in the AWS profile, or as AWS_REGION");
            default ->
                new Fault(
                        FaultKind.FAILED,
                        head + where + " answers " + answer.statusCode() + (code.isEmpty() ? "" : " " + code),
                        "");
        };
    }

    private static Fault unanswered(SdkException trouble, String path, String where) {
        String advice = "Look at the endpoint of the AWS profile, or AWS_ENDPOINT_URL";
        String why = has(trouble, UnknownHostException.class)
                ? "there is no host of that name: " + where
                : has(trouble, ConnectException.class)
                        ? "nobody listens at " + where
                        : has(trouble, SSLException.class)
                                ? "no TLS with " + where + " is possible"
                                : isSlow(trouble)
                                        ? "no answer from " + where
                                        : where + ": " + String.valueOf(trouble.getMessage());
        return new Fault(FaultKind.UNREACHABLE, path + " can't be read: " + why, advice);
    }

    private static boolean isSlow(SdkException trouble) {
        return trouble instanceof ApiCallTimeoutException
                || trouble instanceof ApiCallAttemptTimeoutException
                || has(trouble, SocketTimeoutException.class);
    }

    private static boolean has(Throwable trouble, Class<? extends Exception> kind) {
        return Stream.iterate(trouble, one -> one != null, Throwable::getCause)
                .limit(20)
                .anyMatch(kind::isInstance);
    }
}
