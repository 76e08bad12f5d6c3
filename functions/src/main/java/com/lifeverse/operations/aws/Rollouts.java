package com.lifeverse.operations.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Deployments of functions by CodeDeploy, which holds a new version back until it is told whether it is fit.
 *
 * @see <a href="https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html">AWS</a>
 */
public final class Rollouts {
    private static final String JSON = "application/x-amz-json-1.1";

    private final SignedCalls calls;

    public Rollouts(LambdaRuntime runtime) {
        this.calls = new SignedCalls(runtime);
    }

    /** A function's version that nobody calls yet. */
    public record Candidate(String function, String version) {}

    /**
     * What a deployment is about to bring.
     *
     * @throws IllegalStateException if it names no version
     */
    public Candidate candidate(String deploymentId) {
        var found = codeDeploy("GetDeployment", Json.object().put("deploymentId", deploymentId));
        var revision = found.at("/deploymentInfo/revision");
        var text = revision.at("/string/content")
                .asText(revision.at("/appSpecContent/content").asText());
        for (var resource : appSpec(text).path("Resources")) {
            for (var function : resource) {
                var properties = function.path("Properties");
                if (properties.has("TargetVersion")) {
                    return new Candidate(
                            properties.path("Name").asText(),
                            properties.path("TargetVersion").asText());
                }
            }
        }
        throw new IllegalStateException("Deployment " + deploymentId + " names no version of a function");
    }

    /**
     * Calls that version, and no other.
     *
     * @throws IllegalStateException if the call failed there
     */
    public String call(Candidate candidate, String event) {
        var target = "/2015-03-31/functions/%s/invocations?Qualifier=%s"
                .formatted(
                        URLEncoder.encode(candidate.function(), StandardCharsets.UTF_8),
                        URLEncoder.encode(candidate.version(), StandardCharsets.UTF_8));
        var answer = calls.post("lambda", target, Map.of("Content-Type", "application/json"), event);
        if (answer.headers().firstValue("X-Amz-Function-Error").isPresent()) {
            throw new IllegalStateException("%s fails: %s".formatted(candidate, answer.body()));
        }
        return answer.body();
    }

    /** Lets the deployment go on, or has it taken back. */
    public void report(String deploymentId, String executionId, boolean fit) {
        codeDeploy(
                "PutLifecycleEventHookExecutionStatus",
                Json.object()
                        .put("deploymentId", deploymentId)
                        .put("lifecycleEventHookExecutionId", executionId)
                        .put("status", fit ? "Succeeded" : "Failed"));
    }

    private JsonNode codeDeploy(String operation, JsonNode request) {
        var headers = Map.of("Content-Type", JSON, "X-Amz-Target", "CodeDeploy_20141006." + operation);
        try {
            return Json.read(
                    calls.post("codedeploy", "/", headers, request.toString()).body());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JSON or YAML, as whoever made the deployment wrote it. */
    private static JsonNode appSpec(String text) {
        try {
            return new YAMLMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
