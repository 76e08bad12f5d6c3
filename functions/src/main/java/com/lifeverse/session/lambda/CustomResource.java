package com.lifeverse.session.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Log;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Answers CloudFormation, which waits for an hour if nobody does: so every request is answered, a failure too. Only if the
 * answer itself cannot be delivered is the failure thrown, for Lambda to try the whole request again.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref.html">AWS</a>
 */
final class CustomResource {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String ID = "signing-keys";

    /**
     * Does the work of a Create or Update and answers; a Delete leaves everything in place.
     *
     * @param work returns the name of the active key
     */
    void answer(JsonNode request, Context context, Supplier<String> work) throws IOException {
        var answer = Json.object();
        try {
            if (!request.path("RequestType").asText().equals("Delete")) {
                answer.putObject("Data").put("kid", work.get());
            }
            answer.put("Status", "SUCCESS");
        } catch (RuntimeException failure) {
            // Told to CloudFormation, which stops the deployment; thrown, it would never hear of it.
            Log.failure(context, Problem.UNEXPECTED, request.path("RequestId").asText(), failure);
            answer.put("Status", "FAILED").put("Reason", String.valueOf(failure.getMessage()));
        }
        answer.put("PhysicalResourceId", request.path("PhysicalResourceId").asText(ID));
        for (var name : new String[] {"StackId", "RequestId", "LogicalResourceId"}) {
            answer.put(name, request.path(name).asText());
        }
        put(request.path("ResponseURL").asText(), Json.write(answer));
    }

    // No content type: the address is signed without one.
    private static void put(String address, String body) throws IOException {
        try (var client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
            var request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(TIMEOUT)
                    .PUT(BodyPublishers.ofString(body))
                    .build();
            var answer = client.send(request, BodyHandlers.discarding());
            if (answer.statusCode() / 100 != 2) {
                throw new IOException("CloudFormation did not take the answer: status " + answer.statusCode());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while answering CloudFormation", e);
        }
    }
}
