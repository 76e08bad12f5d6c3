package com.lifeverse.session.rights.lambda;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.rights.DataRequest;
import com.lifeverse.session.rights.DataRequest.Kind;
import com.lifeverse.session.rights.DataRequest.Progress;
import com.lifeverse.session.rights.DataRequests;
import com.lifeverse.session.rights.RightsPolicy;
import com.lifeverse.session.rights.Sweep;
import com.lifeverse.session.rights.aws.DynamoDataRequests;
import com.lifeverse.session.rights.aws.ExportFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;

/**
 * The tasks of the workflow {@code data-export}: {@code collect} writes the parts of this context, {@code deliver} says that all parts are
 * there. Each can be done again.
 */
public final class DataExportFunction extends Handler {
    private final LambdaRuntime runtime;
    private final Sweep sweep;
    private final DataRequests requests;
    private final ExportFiles files;
    private final RightsPolicy policy;

    public DataExportFunction() {
        this(LambdaRuntime.onAws());
    }

    public DataExportFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), Stores.SETTINGS);
        this.policy = settings.policy(RightsPolicy.class);
        this.runtime = runtime;
        this.sweep = Stores.sweep(runtime, settings, policy);
        this.requests = new DynamoDataRequests(runtime.aws().dynamoDb(), settings.text("RIGHTS_TABLE"));
        this.files = new ExportFiles(runtime.aws().s3(), settings.text("EXPORT_BUCKET"), requests);
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        var asked = Json.mapper().readTree(input);
        var playerId = asked.path("playerId").asText();
        var request = requests.find(DataRequest.ownerOf(playerId), Kind.EXPORT)
                .filter(found -> found.id().equals(asked.path("requestId").asText()))
                .orElseThrow(() -> new IllegalArgumentException("Nobody asked for that export"));
        var parts = switch (asked.path("action").asText()) {
            case "collect" -> collect(playerId, request);
            case "deliver" -> deliver(request, parts(asked));
            default -> throw new IllegalArgumentException("There is no such action of an export");
        };
        output.write(Json.mapper()
                .writeValueAsBytes(Json.object().set("parts", Json.mapper().valueToTree(parts))));
    }

    private List<String> collect(String playerId, DataRequest request) {
        var pages = ExportPages.of(sweep.entries(playerId), policy.partBytes());
        pages.forEach((part, json) -> files.write(request.id(), part, json));
        return List.copyOf(pages.keySet());
    }

    private List<String> deliver(DataRequest request, List<String> parts) {
        if (request.progress() instanceof Progress.Asked) {
            var now = Instant.ofEpochMilli(runtime.clock().millis());
            requests.put(request.at(new Progress.Exported(now, parts)), policy.exportSwept(now));
        }
        return parts;
    }

    private static List<String> parts(JsonNode asked) {
        return Json.mapper().convertValue(asked.path("parts"), new TypeReference<List<String>>() {});
    }
}
