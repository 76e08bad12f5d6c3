package com.lifeverse.operations.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.operations.aws.Rollouts;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.Log;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Called by CodeDeploy before a new version of any function gets its first caller: has it rehearse, and reports. A version that
 * does not start, misses a setting or does not answer is never called by anybody else; the deployment goes back.
 */
public final class RehearsalFunction extends Handler {
    private final Rollouts rollouts;

    public RehearsalFunction() {
        this(LambdaRuntime.onAws());
    }

    public RehearsalFunction(LambdaRuntime runtime) {
        this.rollouts = new Rollouts(runtime);
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        var asked = Json.mapper().readTree(input);
        var deployment = asked.path("DeploymentId").asText();
        rollouts.report(deployment, asked.path("LifecycleEventHookExecutionId").asText(), fit(deployment, call));
        output.write("{}".getBytes(StandardCharsets.UTF_8));
    }

    // Whatever goes wrong here, the version was not seen to work: that is what CodeDeploy must hear, and soon.
    private boolean fit(String deployment, Call call) {
        try {
            var candidate = rollouts.candidate(deployment);
            JsonNode answer = Json.read(rollouts.call(candidate, REHEARSAL));
            var fit = answer.path("ready").asBoolean();
            Log.info(
                    call,
                    fit ? "fit" : "unfit",
                    deployment,
                    Json.object().put("candidate", candidate.function()).put("version", candidate.version()));
            return fit;
        } catch (IOException | RuntimeException failure) {
            Log.failure(call, Problem.UNEXPECTED, deployment, failure);
            return false;
        }
    }
}
