package com.lifeverse.local.workflow.maprun;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import java.util.Iterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The items that an {@code ItemReader} reads from S3: JSON, JSON lines, CSV, an inventory, or the objects of a bucket. */
final class ItemSource {
    private final S3Client s3;

    ItemSource(S3Client s3) {
        this.s3 = s3;
    }

    /**
     * The items, in their order.
     *
     * @param reader the state's evaluated ItemReader
     * @throws ReaderFailed if they cannot be read
     */
    Stream<JsonNode> items(JsonNode reader) {
        var config = reader.path("ReaderConfig");
        try {
            var all = read(reader.path("Resource").asText(), config, reader.path("Arguments"));
            return config.has("MaxItems") ? all.limit(config.get("MaxItems").asLong()) : all;
        } catch (AwsServiceException e) {
            throw new ReaderFailed("Attempting to read from S3 failed: " + e.getMessage());
        }
    }

    private Stream<JsonNode> read(String resource, JsonNode config, JsonNode arguments) {
        return switch (resource) {
            case "arn:aws:states:::s3:getObject" -> parsed(config, content(arguments));
            case "arn:aws:states:::s3:listObjectsV2" -> listed(arguments);
            default -> throw new ReaderFailed("The reader " + resource + " is not held locally");
        };
    }

    private String content(JsonNode arguments) {
        return s3.getObjectAsBytes(get -> get.bucket(arguments.path("Bucket").asText())
                        .key(arguments.path("Key").asText()))
                .asUtf8String();
    }

    private Stream<JsonNode> parsed(JsonNode config, String content) {
        var type = config.path("InputType").asText();
        return switch (type) {
            case "JSON" -> json(config, content);
            case "JSONL" -> content.lines().filter(line -> !line.isBlank()).map(ItemSource::line);
            case "CSV" -> Csv.rows(content, config);
            case "MANIFEST" -> Inventory.rows(s3, config, content);
            default -> throw new ReaderFailed("The InputType " + type + " is not held locally");
        };
    }

    private static Stream<JsonNode> json(JsonNode config, String content) {
        var root = Json.parse(content)
                .orElseThrow(() -> new ReaderFailed("Attempting to map over non-iterable node: it is not JSON"));
        var list = root.at(config.path("ItemsPointer").asText(""));
        if (!list.isArray()) {
            throw new ReaderFailed("Attempting to map over non-iterable node");
        }
        return stream(list.iterator());
    }

    private static JsonNode line(String line) {
        return Json.parse(line).orElseThrow(() -> new ReaderFailed("A line is not JSON: " + line));
    }

    private Stream<JsonNode> listed(JsonNode arguments) {
        var pages = s3.listObjectsV2Paginator(
                list -> list.bucket(arguments.path("Bucket").asText())
                        .prefix(arguments.path("Prefix").asText("")));
        return pages.contents().stream().map(ItemSource::object);
    }

    private static JsonNode object(S3Object object) {
        return Json.object()
                .put("Etag", object.eTag())
                .put("Key", object.key())
                .put("LastModified", object.lastModified().getEpochSecond())
                .put("Size", object.size())
                .put("StorageClass", "STANDARD");
    }

    private static Stream<JsonNode> stream(Iterator<JsonNode> items) {
        Iterable<JsonNode> all = () -> items;
        return StreamSupport.stream(all.spliterator(), false);
    }
}
