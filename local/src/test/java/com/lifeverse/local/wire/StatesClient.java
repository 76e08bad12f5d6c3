package com.lifeverse.local.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.http.message.Body;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.kernel.Json;
import java.util.Map;
import java.util.regex.Matcher;

/** Calls Step Functions on the AWS port, as its clients do. */
final class StatesClient {
    private static final String SIGNED = "AWS4-HMAC-SHA256 Credential=x/20261201/us-east-1/states/aws4_request, "
            + "SignedHeaders=host;x-amz-date, Signature=" + "0".repeat(64);

    private final WireWorld world;
    private int status;

    StatesClient(WireWorld world) {
        this.world = world;
    }

    /** Makes a machine and returns its ARN. */
    String machine(String name, String type, String definition) {
        var request = Json.object()
                .put("name", name)
                .put("type", type)
                .put("definition", definition)
                .put("roleArn", "arn:aws:iam::111111111111:role/m");
        return call("CreateStateMachine", "@", Json.text(request))
                .path("stateMachineArn")
                .asText();
    }

    /** Of the last answer. */
    int status() {
        return status;
    }

    /** Calls with a body in single quotes, in which each @ stands for one of the values. */
    JsonNode call(String operation, String body, String... values) {
        var text = quoted(body);
        for (var value : values) {
            text = text.replaceFirst("@", Matcher.quoteReplacement(value.startsWith(",") ? quoted(value) : value));
        }
        var headers = Map.of(
                "host", "localhost:8081",
                "x-amz-date", "20261201T120000Z",
                "content-type", "application/x-amz-json-1.0",
                "x-amz-target", "AWSStepFunctions." + operation,
                "authorization", SIGNED);
        var response = world.port.call(Request.of("POST", "/", headers, Body.of(text)));
        status = response.status();
        return Json.read(response.body().text());
    }

    private static String quoted(String text) {
        return text.replace("\\'", "\\\"").replace("'", "\"");
    }
}
