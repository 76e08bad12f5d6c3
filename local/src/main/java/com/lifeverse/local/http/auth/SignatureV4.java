package com.lifeverse.local.http.auth;

import com.lifeverse.local.http.message.Body;
import com.lifeverse.local.http.message.Percent;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.kernel.Cloud;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * AWS Signature Version 4 in the {@code Authorization} header, as a request carries it
 * (docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
 */
record SignatureV4(
        String accessKeyId,
        String date,
        String service,
        List<String> signedHeaders,
        String signature,
        String timestamp) {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
    private static final Pattern FORM = Pattern.compile(ALGORITHM
            + " +Credential=([^/,\\s]+)/(\\d{8})/([^/,\\s]+)/([^/,\\s]+)/aws4_request *, *"
            + "SignedHeaders=([^,\\s]+) *, *Signature=([0-9a-f]{64})");
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");

    /** The signature of the request; empty if it carries none for {@code service}, this region and that day. */
    static Optional<SignatureV4> of(Request request, String service) {
        var timestamp = request.headers().first("x-amz-date");
        var matcher = FORM.matcher(request.headers().first("authorization").orElse(""));
        if (timestamp.isEmpty() || !matcher.matches()) {
            return Optional.empty();
        }
        boolean meant = matcher.group(3).equals(Cloud.REGION)
                && matcher.group(4).equals(service)
                && timestamp.get().startsWith(matcher.group(2));
        return meant
                ? Optional.of(new SignatureV4(
                        matcher.group(1),
                        matcher.group(2),
                        service,
                        Arrays.asList(matcher.group(5).split(";")),
                        matcher.group(6),
                        timestamp.get()))
                : Optional.empty();
    }

    /** When it was signed; empty if that is no time. */
    private Optional<Instant> signedAt() {
        try {
            return Optional.of(LocalDateTime.parse(timestamp, TIMESTAMP).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** True if it was signed at most five minutes before or after {@code now}. */
    boolean isFresh(Instant now) {
        return signedAt()
                .map(at -> Duration.between(at, now).abs().compareTo(SKEW) <= 0)
                .orElse(false);
    }

    /** True if the holder of the session's credentials signed just this request. */
    boolean isBy(Credentials.Session session, Request request) {
        var token = request.headers().first("x-amz-security-token").orElse("");
        return MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8),
                        session.sessionToken().getBytes(StandardCharsets.UTF_8))
                && matches(session.secretAccessKey(), request);
    }

    private boolean matches(String secret, Request request) {
        if (!coversWhatItMust(request) || !payloadIsAsStated(request)) {
            return false;
        }
        var scope = String.join("/", date, Cloud.REGION, service, "aws4_request");
        var toSign = String.join("\n", ALGORITHM, timestamp, scope, sha256(Body.of(canonical(request))));
        var key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (var part : List.of(date, Cloud.REGION, service, "aws4_request")) {
            key = hmac(key, part);
        }
        var expected = HexFormat.of().formatHex(hmac(key, toSign));
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.US_ASCII));
    }

    /** The host, and every header of AWS's own: else somebody in between could change it. */
    private boolean coversWhatItMust(Request request) {
        return signedHeaders.contains("host")
                && request.headers().fields().stream()
                        .filter(field -> field.name().startsWith("x-amz-"))
                        .allMatch(field -> signedHeaders.contains(field.name()));
    }

    private static boolean payloadIsAsStated(Request request) {
        return request.headers()
                .first("x-amz-content-sha256")
                .map(stated -> stated.equals(UNSIGNED) || stated.equals(sha256(request.body())))
                .orElse(true);
    }

    private String canonical(Request request) {
        var headers = signedHeaders.stream()
                .map(name -> name + ":"
                        + request.headers().all(name).stream()
                                .map(value -> value.strip().replaceAll(" +", " "))
                                .collect(Collectors.joining(","))
                        + "\n")
                .collect(Collectors.joining());
        return String.join(
                "\n",
                request.method(),
                path(request.path()),
                query(request),
                headers,
                String.join(";", signedHeaders),
                request.headers().first("x-amz-content-sha256").orElseGet(() -> sha256(request.body())));
    }

    /** Encoded once more than it was sent: every service but S3 signs it so. */
    private static String path(String sent) {
        return sent.isEmpty()
                ? "/"
                : Arrays.stream(sent.split("/", -1)).map(Percent::encode).collect(Collectors.joining("/"));
    }

    private static String query(Request request) {
        return Arrays.stream(request.query().split("&", -1))
                .filter(part -> !part.isEmpty())
                .map(part -> part.split("=", 2))
                .map(pair -> List.of(again(pair[0]), pair.length < 2 ? "" : again(pair[1])))
                .sorted(Comparator.comparing((List<String> pair) -> pair.get(0)).thenComparing(pair -> pair.get(1)))
                .map(pair -> pair.get(0) + "=" + pair.get(1))
                .collect(Collectors.joining("&"));
    }

    private static String again(String sent) {
        return Percent.encode(Percent.decode(sent));
    }

    private static String sha256(Body body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body.bytes()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
