package com.lifeverse.local.identity.buckets;

import com.lifeverse.local.kernel.Caller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The SDK's client interface on the local buckets. What it does not override is refused by the interface itself. */
final class LocalS3 implements S3Client {
    private static final int MOST_KEYS = 1000;

    private final Buckets buckets;
    private final Caller caller;

    LocalS3(Buckets buckets, Caller caller) {
        this.buckets = buckets;
        this.caller = caller;
    }

    @Override
    public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
        permit("s3:PutObject", request.bucket(), request.key());
        var bytes = bytes(body);
        var etag = etag(bytes);
        var type = Optional.ofNullable(request.contentType()).orElse("application/octet-stream");
        var cache = Optional.ofNullable(request.cacheControl()).orElse("");
        var written = buckets.put(
                        request.bucket(),
                        request.key(),
                        bytes,
                        there -> holds(request, there),
                        now -> new StoredObject(
                                request.key(), etag, bytes.length, now, type, cache, request.metadata()))
                .orElseThrow(S3Errors::preconditionFailed);
        return PutObjectResponse.builder().eTag(written.etag()).build();
    }

    @Override
    public <T> T getObject(GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> transformer) {
        permit("s3:GetObject", request.bucket(), request.key());
        var found = existing(request.bucket(), request.key());
        var record = found.record();
        if (request.ifMatch() != null && !request.ifMatch().equals(record.etag())) {
            throw S3Errors.preconditionFailed();
        }
        var response = GetObjectResponse.builder()
                .eTag(record.etag())
                .contentLength(record.size())
                .contentType(record.contentType())
                .lastModified(record.modified())
                .metadata(record.metadata());
        if (!record.cacheControl().isEmpty()) {
            response.cacheControl(record.cacheControl());
        }
        try {
            return transformer.transform(
                    response.build(), AbortableInputStream.create(new ByteArrayInputStream(found.bytes())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SdkClientException.create("Interrupted while an object was read", e);
        } catch (SdkClientException | AwsServiceException e) {
            throw e;
        } catch (Exception e) {
            throw SdkClientException.create("An object could not be handed over", e);
        }
    }

    @Override
    public HeadObjectResponse headObject(HeadObjectRequest request) {
        permit("s3:GetObject", request.bucket(), request.key());
        var record = existing(request.bucket(), request.key()).record();
        return HeadObjectResponse.builder()
                .eTag(record.etag())
                .contentLength(record.size())
                .contentType(record.contentType())
                .lastModified(record.modified())
                .metadata(record.metadata())
                .build();
    }

    @Override
    public DeleteObjectResponse deleteObject(DeleteObjectRequest request) {
        permit("s3:DeleteObject", request.bucket(), request.key());
        buckets.delete(request.bucket(), request.key());
        return DeleteObjectResponse.builder().build();
    }

    @Override
    public ListObjectsV2Response listObjectsV2(ListObjectsV2Request request) {
        require("s3:ListBucket", Buckets.arn(request.bucket()));
        requireBucket(request.bucket());
        int most = Optional.ofNullable(request.maxKeys()).orElse(MOST_KEYS);
        var after = Optional.ofNullable(request.continuationToken())
                .or(() -> Optional.ofNullable(request.startAfter()))
                .orElse("");
        var prefix = Optional.ofNullable(request.prefix()).orElse("");
        var found = buckets.list(request.bucket(), prefix, after, most + 1);
        boolean more = found.size() > most;
        var page = found.subList(0, Math.min(most, found.size()));
        var response = ListObjectsV2Response.builder()
                .name(request.bucket())
                .prefix(prefix)
                .maxKeys(most)
                .keyCount(page.size())
                .isTruncated(more)
                .contents(page.stream().map(LocalS3::summary).toList());
        if (more && !page.isEmpty()) {
            response.nextContinuationToken(page.getLast().key());
        }
        return response.build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // The buckets belong to the stack, not to this client.
    }

    private void permit(String action, String bucket, String key) {
        require(action, Buckets.arn(bucket) + "/" + key);
        requireBucket(bucket);
    }

    // S3 has a code of its own for what other services call AccessDeniedException.
    private void require(String action, String resource) {
        try {
            caller.require(action, resource);
        } catch (AwsServiceException e) {
            throw S3Errors.accessDenied(e.awsErrorDetails().errorMessage());
        }
    }

    private void requireBucket(String bucket) {
        if (!buckets.exists(bucket)) {
            throw S3Errors.noSuchBucket();
        }
    }

    // Who may not list a bucket is not told either whether an object is in it.
    private Buckets.Found existing(String bucket, String key) {
        return buckets.find(bucket, key).orElseThrow(() -> {
            require("s3:ListBucket", Buckets.arn(bucket));
            return S3Errors.noSuchKey();
        });
    }

    private static boolean holds(PutObjectRequest request, Optional<StoredObject> there) {
        if (request.ifNoneMatch() != null && there.isPresent()) {
            return false;
        }
        return request.ifMatch() == null
                || there.map(StoredObject::etag)
                        .filter(request.ifMatch()::equals)
                        .isPresent();
    }

    private static S3Object summary(StoredObject record) {
        return S3Object.builder()
                .key(record.key())
                .eTag(record.etag())
                .size(record.size())
                .lastModified(record.modified())
                .build();
    }

    private static byte[] bytes(RequestBody body) {
        try (var stream = body.contentStreamProvider().newStream()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The body of an object could not be read", e);
        }
    }

    private static String etag(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("MD5").digest(bytes);
            return "\"" + HexFormat.of().formatHex(digest) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5", e);
        }
    }
}
