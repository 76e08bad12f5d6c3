package com.lifeverse.liveops.timeline.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.liveops.timeline.Bundle;
import com.lifeverse.liveops.timeline.Bundles;
import com.lifeverse.liveops.timeline.Place;
import com.lifeverse.platform.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Bundles as objects: {@code FOLDER/PLATFORM/REGION.json} and {@code FOLDER/keys.json}. Nobody but functions reads them. */
public final class StoredBundles implements Bundles {
    private final S3Client s3;
    private final String bucket;

    public StoredBundles(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public void put(String folder, Place place, Bundle bundle) {
        var json = Json.mapper().createArrayNode();
        bundle.sheets()
                .forEach(sheet -> json.addObject()
                        .put("from", sheet.from().toEpochMilli())
                        .put("signature", sheet.signature())
                        .put("body", sheet.body()));
        put(key(folder, place), json.toString());
    }

    @Override
    public Optional<Bundle> find(String folder, Place place) {
        return text(key(folder, place)).map(text -> {
            var sheets = new ArrayList<Bundle.Signed>();
            for (var sheet : json(text)) {
                sheets.add(new Bundle.Signed(
                        Instant.ofEpochMilli(sheet.path("from").asLong()),
                        sheet.path("body").asText(),
                        sheet.path("signature").asText()));
            }
            return new Bundle(sheets);
        });
    }

    @Override
    public void putKeys(String folder, String keys) {
        put(folder + "/keys.json", keys);
    }

    @Override
    public Optional<String> keys(String folder) {
        return text(folder + "/keys.json");
    }

    private void put(String key, String text) {
        s3.putObject(
                request -> request.bucket(bucket).key(key).contentType("application/json"),
                RequestBody.fromString(text));
    }

    private Optional<String> text(String key) {
        try {
            return Optional.of(
                    s3.getObjectAsBytes(request -> request.bucket(bucket).key(key))
                            .asUtf8String());
        } catch (NoSuchKeyException swept) {
            return Optional.empty();
        }
    }

    private static String key(String folder, Place place) {
        return folder + "/" + place.platform() + "/" + place.region() + ".json";
    }

    private static JsonNode json(String text) {
        try {
            return Json.read(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A bundle of ours is not JSON", e);
        }
    }
}
