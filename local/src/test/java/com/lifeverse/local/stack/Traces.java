package com.lifeverse.local.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/** Looks for a text in every table and every bucket that the templates declare, also in those that nobody has thought of yet. */
public record Traces(Game game, List<String> tables, List<String> buckets) {
    private static final String TABLE = "AWS::DynamoDB::GlobalTable";
    private static final String BUCKET = "AWS::S3::Bucket";

    public static Traces of(Game game) {
        return new Traces(game, declared(TABLE), declared(BUCKET));
    }

    /** The tables, by the names of their constructs, in which the text stands anywhere in any item. */
    Set<String> tablesWith(String text) {
        var found = new TreeSet<String>();
        for (var table : tables) {
            var name = game.stack().ref(table);
            var pages = game.stack().tables().scanPaginator(scan -> scan.tableName(name));
            if (pages.items().stream().anyMatch(item -> item.toString().contains(text))) {
                // Without the hash that the CDK appends.
                found.add(table.substring(0, table.length() - 8));
            }
        }
        return found;
    }

    /** The objects of all buckets in which the text stands, or whose name has it. */
    List<String> objectsWith(String text) {
        return keys().stream()
                .filter(object -> object.key().contains(text) || content(object).contains(text))
                .map(Stored::key)
                .toList();
    }

    /** All exports there are. */
    List<String> objects() {
        return keys().stream()
                .map(Stored::key)
                .filter(key -> key.startsWith("exports/"))
                .toList();
    }

    private record Stored(String bucket, String key) {}

    private List<Stored> keys() {
        var keys = new ArrayList<Stored>();
        for (var bucket : buckets) {
            var name = game.stack().ref(bucket);
            game.stack()
                    .buckets()
                    .listObjectsV2(list -> list.bucket(name))
                    .contents()
                    .forEach(object -> keys.add(new Stored(name, object.key())));
        }
        return keys;
    }

    private String content(Stored object) {
        var bytes = game.stack()
                .buckets()
                .getObjectAsBytes(get -> get.bucket(object.bucket()).key(object.key()));
        return object.key().endsWith(".gz") ? unzipped(bytes.asInputStream()) : bytes.asUtf8String();
    }

    private static String unzipped(InputStream bytes) {
        try (var content = new GZIPInputStream(bytes)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> declared(String type) {
        try (var files = Files.list(Game.assembly())) {
            var ids = new ArrayList<String>();
            for (var file : files.filter(each -> each.toString().endsWith(".template.json"))
                    .sorted()
                    .toList()) {
                Game.JSON.readTree(file.toFile()).path("Resources").properties().forEach(resource -> {
                    if (resource.getValue().path("Type").asText().equals(type)) {
                        ids.add(resource.getKey());
                    }
                });
            }
            return ids;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
