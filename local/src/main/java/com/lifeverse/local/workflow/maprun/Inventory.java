package com.lifeverse.local.workflow.maprun;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The objects that a manifest of S3 Inventory lists: a row of its files an item, with the columns that its schema names.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory-location.html">S3 Inventory</a>
 */
final class Inventory {
    private static final String USUAL = "S3_INVENTORY";

    private Inventory() {}

    /** The rows of all files that {@code manifest} names, file after file. */
    static Stream<JsonNode> rows(S3Client s3, JsonNode config, String manifest) {
        var type = config.path("ManifestType").asText(USUAL);
        var root = Json.parse(manifest).orElseThrow(() -> new ReaderFailed("The manifest is not JSON"));
        var format = root.path("fileFormat").asText();
        if (!type.equals(USUAL) || !format.equals("CSV")) {
            throw new ReaderFailed(
                    "Manifests of type %s with files in %s are not held locally".formatted(type, format));
        }
        var columns = Json.object().put("CSVHeaderLocation", "GIVEN");
        var names = columns.putArray("CSVHeaders");
        List.of(root.path("fileSchema").asText().split(",")).forEach(name -> names.add(name.strip()));
        var bucket = root.path("destinationBucket").asText().replaceFirst("^arn:aws:s3:::", "");
        return StreamSupport.stream(root.path("files").spliterator(), false)
                .flatMap(file -> Csv.rows(content(s3, bucket, file.path("key").asText()), columns));
    }

    private static String content(S3Client s3, String bucket, String key) {
        var bytes = s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArray();
        if (!key.endsWith(".gz")) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + key + " of the manifest cannot be unpacked", e);
        }
    }
}
