package com.lifeverse.local.workflow.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Crossing;
import com.lifeverse.local.kernel.Crossings;
import com.lifeverse.local.kernel.Json;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** {@code arn:aws:states:::aws-sdk:s3:*} as far as buckets are held: objects are texts here, which JSON can carry. */
public final class ObjectCalls implements TaskIntegration {
    private static final String PREFIX = "arn:aws:states:::aws-sdk:s3:";
    private static final Set<String> HELD =
            Set.of("getObject", "putObject", "headObject", "deleteObject", "listObjectsV2");

    private final Function<Caller, S3Client> clients;
    private final Crossings crossings;

    public ObjectCalls(Function<Caller, S3Client> clients, Crossings crossings) {
        this.clients = clients;
        this.crossings = crossings;
    }

    @Override
    public boolean serves(String resource) {
        return resource.startsWith(PREFIX) && HELD.contains(resource.substring(PREFIX.length()));
    }

    @Override
    public JsonNode perform(Call call) {
        var operation = call.resource().substring(PREFIX.length());
        try {
            return crossings.cross(
                    new Crossing(Crossing.Kind.TASK, "workflow", "s3", "s3:" + operation, call.arguments()),
                    () -> call.once()
                            .keep(operation, () -> answer(operation, clients.apply(call.caller()), call.arguments())));
        } catch (AwsServiceException e) {
            throw ServiceFailures.ofSdk("S3", e);
        }
    }

    private static ObjectNode answer(String operation, S3Client client, JsonNode arguments) {
        var bucket = arguments.path("Bucket").asText();
        var key = arguments.path("Key").asText();
        return switch (operation) {
            case "getObject" -> {
                var object = client.getObjectAsBytes(get -> get.bucket(bucket).key(key));
                var response = object.response();
                yield described(response.eTag(), response.contentLength(), response.contentType())
                        .put("Body", object.asUtf8String())
                        .put("LastModified", response.lastModified().toString());
            }
            case "headObject" -> {
                var response = client.headObject(head -> head.bucket(bucket).key(key));
                yield described(response.eTag(), response.contentLength(), response.contentType())
                        .put("LastModified", response.lastModified().toString());
            }
            case "putObject" -> {
                var body = arguments.path("Body");
                var response = client.putObject(
                        put -> put.bucket(bucket).key(key).contentType(text(arguments, "ContentType")),
                        RequestBody.fromString(body.isTextual() ? body.textValue() : Json.text(body)));
                yield Json.object().put("ETag", response.eTag());
            }
            case "deleteObject" -> {
                client.deleteObject(delete -> delete.bucket(bucket).key(key));
                yield Json.object();
            }
            default -> listed(client, bucket, arguments);
        };
    }

    private static ObjectNode listed(S3Client client, String bucket, JsonNode arguments) {
        var response = client.listObjectsV2(list -> list.bucket(bucket)
                .prefix(text(arguments, "Prefix"))
                .continuationToken(text(arguments, "ContinuationToken"))
                .maxKeys(arguments.has("MaxKeys") ? arguments.get("MaxKeys").asInt() : null));
        var result = Json.object()
                .put("IsTruncated", response.isTruncated())
                .put("KeyCount", response.keyCount())
                .put("Name", bucket);
        if (response.nextContinuationToken() != null) {
            result.put("NextContinuationToken", response.nextContinuationToken());
        }
        var contents = result.putArray("Contents");
        response.contents()
                .forEach(object -> contents.addObject()
                        .put("ETag", object.eTag())
                        .put("Key", object.key())
                        .put("LastModified", object.lastModified().toString())
                        .put("Size", object.size()));
        return result;
    }

    private static ObjectNode described(String tag, Long length, String type) {
        return Json.object()
                .put("ContentLength", length)
                .put("ContentType", type)
                .put("ETag", tag);
    }

    private static @Nullable String text(JsonNode arguments, String member) {
        return arguments.path(member).isTextual() ? arguments.get(member).textValue() : null;
    }
}
