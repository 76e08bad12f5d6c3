package com.lifeverse.local.workflow.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Crossings;
import com.lifeverse.local.kernel.Endpoints;
import com.lifeverse.local.kernel.Functions;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.language.Chance;
import com.lifeverse.local.workflow.machine.Failure;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

@Tag("adapters")
class IntegrationsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-20T18:42:09Z"));
    private static final Chance CHANCE = Chance.of(new Random(0));
    private static final String INVOKE = "arn:aws:states:::lambda:invoke";

    private final List<String> seen = new ArrayList<>();

    @Test
    void functionIsInvokedByNameOrArnAndItsAnswerComesAsPayload() {
        var result = invoke("{\"FunctionName\":\"f\",\"Qualifier\":\"live\",\"Payload\":{\"a\":1}}", "{\"b\":2}");
        assertThat(seen).containsExactly("arn:aws:lambda:us-east-1:111111111111:function:f:live {\"a\":1}");
        assertThat(result.path("Payload")).isEqualTo(Json.read("{\"b\":2}"));
        assertThat(result.path("StatusCode").intValue()).isEqualTo(200);
        assertThat(result.fieldNames())
                .toIterable()
                .containsExactly("ExecutedVersion", "Payload", "SdkHttpMetadata", "SdkResponseMetadata", "StatusCode");
        assertThat(result.at("/SdkHttpMetadata/HttpHeaders/Content-Length").asText())
                .isEqualTo("7");
    }

    @Test
    void errorOfTheFunctionIsNamedByItsType() {
        var payload = "{\"errorType\":\"Broken\",\"errorMessage\":\"no\"}";
        Functions functions = (caller, arn, input) -> new Functions.Answer(payload, Optional.of("Unhandled"));
        failing(() -> perform(
                        new InvokeFunction(functions, new Endpoints(), CLOCK, CHANCE),
                        INVOKE,
                        "{\"FunctionName\":\"f\"}"))
                .isEqualTo(new Failure("Broken", payload));
    }

    @Test
    void refusalsOfLambdaAreNamedAsItsClientNamesThem() {
        assertThat(lambdaRefuses("ResourceNotFoundException")).isEqualTo("Lambda.ResourceNotFoundException");
        assertThat(lambdaRefuses("TooManyRequestsException")).isEqualTo("Lambda.TooManyRequestsException");
        assertThat(lambdaRefuses("AccessDeniedException")).isEqualTo("Lambda.AWSLambdaException");
    }

    @Test
    void detailIsSentAsTextAndTheExecutionIsAddedToTheResources() {
        EventSink bus = (caller, entries) -> {
            seen.add(Json.text(entries));
            return Json.read("{\"FailedEntryCount\":0,\"Entries\":[{\"EventId\":\"e\"}]}");
        };
        var result = perform(
                new PutEvents(bus, Crossings.open(), CLOCK, CHANCE),
                "arn:aws:states:::events:putEvents",
                "{\"Entries\":[{\"Source\":\"s\",\"Detail\":{\"a\":1}}]}");
        assertThat(seen)
                .containsExactly("[{\"Source\":\"s\",\"Detail\":\"{\\\"a\\\":1}\","
                        + "\"Resources\":[\"arn:execution\",\"arn:machine\"]}]");
        assertThat(result.at("/Entries/0/EventId").asText()).isEqualTo("e");
    }

    @Test
    void oneRefusedEntryFailsTheTask() {
        EventSink bus =
                (caller, entries) -> Json.read("{\"FailedEntryCount\":1,\"Entries\":[{\"ErrorCode\":\"Internal\"}]}");
        failing(() -> perform(
                        new PutEvents(bus, Crossings.open(), CLOCK, CHANCE),
                        "arn:aws:states:::events:putEvents",
                        "{\"Entries\":[{}]}"))
                .isEqualTo(new Failure(
                        "EventBridge.FailedEntry",
                        "{\"FailedEntryCount\":1,\"Entries\":[{\"ErrorCode\":\"Internal\"}]}"));
    }

    @Test
    void bodyThatIsNoTextIsSentAsJson() {
        MessageSink queues = (caller, url, body) -> {
            seen.add(url + " " + body);
            return Json.read("{\"MessageId\":\"m\"}");
        };
        var send = new SendMessage(queues, Crossings.open(), CLOCK, CHANCE);
        perform(send, "arn:aws:states:::sqs:sendMessage", "{\"QueueUrl\":\"q\",\"MessageBody\":{\"a\":1}}");
        perform(send, "arn:aws:states:::sqs:sendMessage", "{\"QueueUrl\":\"q\",\"MessageBody\":\"plain\"}");
        assertThat(seen).containsExactly("q {\"a\":1}", "q plain");
    }

    @Test
    void refusalOfAQueueIsNamedAfterSqs() {
        assertThat(queueRefuses("AWS.SimpleQueueService.NonExistentQueue").error())
                .isEqualTo("SQS.QueueDoesNotExistException");
        assertThat(queueRefuses("MissingParameter"))
                .isEqualTo(new Failure(
                        "SQS.AmazonSQSException",
                        "No (Service: AmazonSQS; Status Code: 400; Error Code: MissingParameter; Request ID:"
                                + " r; Proxy: null)"));
    }

    private Failure queueRefuses(String code) {
        MessageSink queues = (caller, url, body) -> {
            throw refusal(code);
        };
        return failure(() -> perform(
                new SendMessage(queues, Crossings.open(), CLOCK, CHANCE),
                "arn:aws:states:::sqs:sendMessage",
                "{\"QueueUrl\":\"q\"}"));
    }

    @Test
    void bodyThatIsNullOrNotThereIsAnEmptyOne() {
        MessageSink queues = (caller, url, body) -> {
            seen.add(body);
            return Json.object();
        };
        var send = new SendMessage(queues, Crossings.open(), CLOCK, CHANCE);
        perform(send, "arn:aws:states:::sqs:sendMessage", "{\"QueueUrl\":\"q\",\"MessageBody\":null}");
        perform(send, "arn:aws:states:::sqs:sendMessage", "{\"QueueUrl\":\"q\"}");
        assertThat(seen).containsExactly("", "");
    }

    @Test
    void errorsOfDynamoDbThatItsOldClientDidNotKnowHaveTheClientsName() {
        assertThat(OldClient.DYNAMODB
                        .failure(refusal("ConditionalCheckFailedException"))
                        .failure()
                        .error())
                .isEqualTo("DynamoDB.ConditionalCheckFailedException");
        assertThat(OldClient.DYNAMODB.failure(refusal("ValidationException")).failure())
                .isEqualTo(new Failure(
                        "DynamoDB.AmazonDynamoDBException",
                        "No (Service: AmazonDynamoDBv2; Status Code: 400; Error Code: ValidationException;"
                                + " Request ID: r; Proxy: null)"));
    }

    @Test
    void eventIsHandedToTheFunctionAndNobodyWaitsForIt() {
        var endpoints = new Endpoints();
        endpoints.register("arn:aws:lambda:us-east-1:111111111111:function:f", (caller, payload) -> seen.add(payload));
        Functions never = (caller, arn, payload) -> {
            throw new IllegalStateException("It is not waited for");
        };
        var invoke = new InvokeFunction(never, endpoints, CLOCK, CHANCE);
        var result =
                perform(invoke, INVOKE, "{\"FunctionName\":\"f\",\"InvocationType\":\"Event\",\"Payload\":{\"a\":1}}");
        assertThat(result.path("StatusCode").intValue()).isEqualTo(202);
        assertThat(seen).containsExactly("{\"a\":1}");
        failing(() -> perform(invoke, INVOKE, "{\"FunctionName\":\"g\",\"InvocationType\":\"Event\"}"))
                .extracting(Failure::error)
                .isEqualTo("Lambda.ResourceNotFoundException");
    }

    private JsonNode invoke(String arguments, String answer) {
        Functions functions = (caller, arn, payload) -> {
            seen.add(arn + " " + payload);
            return new Functions.Answer(answer, Optional.empty());
        };
        return perform(new InvokeFunction(functions, new Endpoints(), CLOCK, CHANCE), INVOKE, arguments);
    }

    private static String lambdaRefuses(String code) {
        Functions functions = (caller, arn, payload) -> {
            throw refusal(code);
        };
        var failure = failure(() -> perform(
                new InvokeFunction(functions, new Endpoints(), CLOCK, CHANCE), INVOKE, "{\"FunctionName\":\"f\"}"));
        return String.valueOf(failure.error());
    }

    @Test
    void functionByItsSdkNameAnswersATextAlsoWhereItFails() {
        Functions functions = (_, arn, payload) -> {
            seen.add(arn + " " + payload);
            return new Functions.Answer("{\"errorType\":\"E\"}", Optional.of("Unhandled"));
        };
        var result = perform(
                new InvokeFunction(functions, new Endpoints(), CLOCK, CHANCE),
                "arn:aws:states:::aws-sdk:lambda:invoke",
                "{\"FunctionName\":\"f\",\"Payload\":\"{\\\"a\\\":1}\"}");
        assertThat(seen).containsExactly("arn:aws:lambda:us-east-1:111111111111:function:f {\"a\":1}");
        assertThat(Json.text(result))
                .isEqualTo("{\"ExecutedVersion\":\"$LATEST\",\"Payload\":\"{\\\"errorType\\\":\\\"E\\\"}\","
                        + "\"StatusCode\":200,\"FunctionError\":\"Unhandled\"}");
    }

    @Test
    void workflowsAreCalledByTheirSdkNamesWithMembersInCapitals() {
        var calls = new JsonCalls(
                (_, operation, request) -> {
                    seen.add(operation + " " + Json.text(request));
                    return Json.object().put("executionArn", "arn:x").put("startDate", 1.5);
                },
                Crossings.open());
        var result = perform(
                calls,
                "arn:aws:states:::aws-sdk:sfn:startExecution",
                "{\"StateMachineArn\":\"arn:m\",\"Input\":\"{}\"}");
        assertThat(seen).containsExactly("StartExecution {\"stateMachineArn\":\"arn:m\",\"input\":\"{}\"}");
        assertThat(Json.text(result))
                .isEqualTo("{\"ExecutionArn\":\"arn:x\",\"StartDate\":\"1970-01-01T00:00:01.500Z\"}");
        assertThat(calls.serves("arn:aws:states:::aws-sdk:sfn:deleteEverything"))
                .isFalse();
    }

    private static JsonNode perform(TaskIntegration integration, String resource, String arguments) {
        assertThat(integration.serves(resource)).isTrue();
        return integration.perform(new TaskIntegration.Call(
                Caller.unrestricted(),
                resource,
                Json.read(arguments),
                "arn:execution",
                "arn:machine",
                "arn:execution#0#3",
                Once.never()));
    }

    private static ObjectAssert<Failure> failing(Runnable task) {
        return assertThat(failure(task));
    }

    private static Failure failure(Runnable task) {
        var seen = new ArrayList<Failure>();
        assertThatExceptionOfType(TaskFailure.class).isThrownBy(task::run).satisfies(e -> seen.add(e.failure()));
        return seen.getFirst();
    }

    private static AwsServiceException refusal(String code) {
        var details =
                AwsErrorDetails.builder().errorCode(code).errorMessage("No").build();
        return AwsServiceException.builder()
                .awsErrorDetails(details)
                .statusCode(400)
                .requestId("r")
                .build();
    }
}
