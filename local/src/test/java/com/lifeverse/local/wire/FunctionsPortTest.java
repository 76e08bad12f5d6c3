package com.lifeverse.local.wire;

import static com.lifeverse.local.delivery.MessagingStack.declaration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.local.function.DirectoryAsset;
import com.lifeverse.local.function.FunctionId;
import com.lifeverse.local.function.sample.Counting;
import com.lifeverse.local.function.sample.Echo;
import com.lifeverse.local.function.sample.Failing;
import com.lifeverse.local.mapping.EventSourceMappingType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.InvalidRequestContentException;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.LogType;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyConfigNotFoundException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** Lambda as its own client sees it. */
@Tag("adapters")
class FunctionsPortTest {
    private final MessagingWorld world = new MessagingWorld();
    private final LambdaClient client = world.lambda();

    FunctionsPortTest(@TempDir Path directory) {
        var code = DirectoryAsset.of(directory, Counting.class, Echo.class, Failing.class);
        world.deploy("counting", code, Counting.class);
        world.deploy("echo", code, Echo.class);
        world.deploy("failing", code, Failing.class);
        world.functions.qualify("echo", "live", "7");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void instancesStandReadyAfterAMinuteUntilTheyAreTakenBack() {
        var asked = client.putProvisionedConcurrencyConfig(
                put -> put.functionName("echo").qualifier("live").provisionedConcurrentExecutions(5));
        assertThat(asked.statusAsString()).isEqualTo("IN_PROGRESS");
        assertThat(asked.allocatedProvisionedConcurrentExecutions()).isZero();
        world.stack.agenda.advance(Duration.ofMinutes(1));
        var ready = client.getProvisionedConcurrencyConfig(
                get -> get.functionName("echo").qualifier("live"));
        assertThat(ready.statusAsString()).isEqualTo("READY");
        assertThat(ready.availableProvisionedConcurrentExecutions()).isEqualTo(5);

        client.deleteProvisionedConcurrencyConfig(
                delete -> delete.functionName("echo").qualifier("live"));
        client.deleteProvisionedConcurrencyConfig(
                delete -> delete.functionName("echo").qualifier("live"));
        assertThatThrownBy(() -> client.getProvisionedConcurrencyConfig(
                        get -> get.functionName("echo").qualifier("live")))
                .isInstanceOf(ProvisionedConcurrencyConfigNotFoundException.class);
    }

    @Test
    void instancesOfWhatHasNoNumberOrMoreThanTheAccountHasAreRefused() {
        world.functions.qualify("echo", "next", "$LATEST");
        assertThatThrownBy(() -> client.putProvisionedConcurrencyConfig(
                        put -> put.functionName("echo").qualifier("next").provisionedConcurrentExecutions(5)))
                .isInstanceOf(InvalidParameterValueException.class)
                .hasMessageContaining("unpublished");
        assertThatThrownBy(() -> client.putProvisionedConcurrencyConfig(
                        put -> put.functionName("echo").qualifier("live").provisionedConcurrentExecutions(901)))
                .isInstanceOf(InvalidParameterValueException.class)
                .hasMessageContaining("UnreservedConcurrentExecution below its minimum value");
        assertThatThrownBy(() -> client.putProvisionedConcurrencyConfig(
                        put -> put.functionName("echo").qualifier("nowhere").provisionedConcurrentExecutions(1)))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void functionIsInvokedAndAnswers() {
        var answer = client.invoke(i -> i.functionName("echo:live").payload(SdkBytes.fromUtf8String("{\"a\":\"ü\"}")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.payload().asUtf8String()).isEqualTo("{\"a\":\"ü\"}");
        assertThat(answer.executedVersion()).isEqualTo("7");
        assertThat(answer.functionError()).isNull();
        assertThat(answer.logResult()).isNull();
    }

    @Test
    void tailOfTheLogComesWithTheAnswerIfItIsAskedFor() {
        var answer = client.invoke(i -> i.functionName("counting").logType(LogType.TAIL));
        var log = new String(Base64.getDecoder().decode(answer.logResult()), StandardCharsets.UTF_8);
        assertThat(log)
                .startsWith("START RequestId: ")
                .contains("\ncalled as counting\n")
                .contains("\nEND RequestId: ");
    }

    @Test
    void functionsOwnErrorIsAnAnswer() {
        var answer = client.invoke(i -> i.functionName("failing"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.functionError()).isEqualTo("Unhandled");
        assertThat(answer.payload().asUtf8String()).contains("the lantern is out");
    }

    @Test
    void eventIsTakenOverAndRunLater() {
        var answer = client.invoke(i -> i.functionName("counting").invocationType(InvocationType.EVENT));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(world.functions.logs("counting")).isEmpty();
        world.stack.agenda.advance(Duration.ofSeconds(1));
        assertThat(world.functions.logs("counting")).hasSize(1);
    }

    @Test
    void dryRunRunsNothing() {
        assertThat(client.invoke(i -> i.functionName("counting").invocationType(InvocationType.DRY_RUN))
                        .statusCode())
                .isEqualTo(204);
        world.stack.agenda.advance(Duration.ofSeconds(1));
        assertThat(world.functions.logs("counting")).isEmpty();
    }

    @Test
    void functionsCanBeLookedAt() {
        assertThat(client.listFunctionsPaginator(l -> l.maxItems(2)).functions())
                .extracting(function -> function.functionName())
                .containsExactly("counting", "echo", "failing");
        var found = client.getFunction(g -> g.functionName("echo"));
        assertThat(found.configuration().handler()).isEqualTo(Echo.class.getName());
        assertThat(found.configuration().environment().variables()).containsEntry("A", "1");
        assertThat(client.getFunctionConfiguration(g -> g.functionName("echo").qualifier("live"))
                        .version())
                .isEqualTo("7");
    }

    @Test
    void mappingsCanBeLookedAt() {
        var queue = world.stack.queue("work");
        new EventSourceMappingType(world.mappings)
                .provision(declaration("AWS::Lambda::EventSourceMapping", "M", """
                {"FunctionName": "echo", "EventSourceArn": "%s", "BatchSize": 5, "Enabled": false,
                 "FilterCriteria": {"Filters": [{"Pattern": "{\\"body\\":{\\"a\\":[1]}}"}]},
                 "FunctionResponseTypes": ["ReportBatchItemFailures"]}""".formatted(queue.arn())));
        var listed = client.listEventSourceMappings(l -> l.functionName("echo")).eventSourceMappings();
        assertThat(listed).singleElement().satisfies(mapping -> {
            assertThat(mapping.batchSize()).isEqualTo(5);
            assertThat(mapping.state()).isEqualTo("Disabled");
            assertThat(mapping.filterCriteria().filters().getFirst().pattern()).isEqualTo("{\"body\":{\"a\":[1]}}");
            assertThat(client.getEventSourceMapping(g -> g.uuid(mapping.uuid())).functionArn())
                    .isEqualTo(new FunctionId("echo", Optional.empty()).arn());
        });
        assertThat(client.listEventSourceMappings(l -> l.functionName("counting"))
                        .eventSourceMappings())
                .isEmpty();
        assertThatThrownBy(() -> client.getEventSourceMapping(g -> g.uuid("none")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void whatLambdaRefusesIsRefusedByItsName() {
        assertThatThrownBy(() -> client.invoke(i -> i.functionName("none")))
                .isInstanceOfSatisfying(
                        ResourceNotFoundException.class,
                        e -> assertThat(e.awsErrorDetails().errorMessage())
                                .isEqualTo("Function not found: arn:aws:lambda:us-east-1:111111111111:function:none"));
        assertThatThrownBy(() -> client.invoke(i -> i.functionName("echo").payload(SdkBytes.fromUtf8String("{no"))))
                .isInstanceOf(InvalidRequestContentException.class)
                .hasMessageContaining("Could not parse request body into json");
        assertThatThrownBy(() -> client.invoke(i -> i.functionName("echo").invocationType("Sometimes")))
                .hasMessageContaining("Member must satisfy enum value set");
        assertThatThrownBy(() -> client.deleteFunction(d -> d.functionName("echo")))
                .isInstanceOf(LambdaException.class)
                .hasMessageContaining("is not held locally");
    }
}
