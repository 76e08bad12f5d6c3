package com.lifeverse.local.workflow.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.language.Chance;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** The metadata that integrations add to a service's response. */
final class SdkResponse {
    private SdkResponse() {}

    /** {@code SdkHttpMetadata} and {@code SdkResponseMetadata} of a call that was answered with 200. */
    static ObjectNode metadata(Chance chance, Instant now, int length, Map<String, String> more) {
        return metadata(chance, now, length, 200, more);
    }

    /** The same of a call that was answered with that status. */
    static ObjectNode metadata(Chance chance, Instant now, int length, int status, Map<String, String> more) {
        var requestId = chance.uuid().toString();
        var headers = new LinkedHashMap<>(more);
        headers.put("Connection", "keep-alive");
        headers.put("Content-Length", Integer.toString(length));
        headers.put("Content-Type", "application/json");
        headers.put("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
        headers.put("x-amzn-RequestId", requestId);
        var metadata = Json.object();
        var http = metadata.putObject("SdkHttpMetadata");
        var all = http.putObject("AllHttpHeaders");
        var single = http.putObject("HttpHeaders");
        headers.forEach((name, value) -> {
            all.putArray(name).add(value);
            single.put(name, value);
        });
        http.put("HttpStatusCode", status);
        metadata.putObject("SdkResponseMetadata").put("RequestId", requestId);
        return metadata;
    }
}
