package com.lifeverse.local.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.LocalStack;
import com.lifeverse.local.bus.PutEntry;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.queue.Message;
import com.lifeverse.local.queue.Queue;
import com.lifeverse.local.workflow.machine.Status;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Does what operators do about dead letters once the cause is gone: hands each back to where it was lost. What lies in a
 * dead-letter queue is only not lost because somebody does this.
 */
final class Operator {
    private static final Duration HIDDEN = Duration.ofMinutes(1);
    private static final int BATCH = 10;
    /** Where a stream's mapping leaves what it gave up; what functions parked has other keys, and nobody can redrive it. */
    private static final String GIVEN_UP = "aws/lambda/";

    private static final Pattern MACHINE = Pattern.compile("arn:aws:states:[^:]+:\\d+:stateMachine:[^:]+");

    private final LocalStack stack;
    private final Letters letters;

    Operator(LocalStack stack) {
        this.stack = stack;
        this.letters = new Letters(stack);
    }

    /** Hands back everything that lies in dead letters and parked records; says how much that was. */
    int redrive() {
        int handedBack = letters.handBack();
        for (var queue : stack.queues().all()) {
            handedBack += queue.redrive().isEmpty() ? redrive(queue) : 0;
        }
        for (var bucket : parkingPlaces().toList()) {
            var given = parked(bucket)
                    .filter(object -> object.key().startsWith(GIVEN_UP))
                    .toList();
            given.forEach(object -> invokeAgain(bucket, object.key()));
            handedBack += given.size();
        }
        return handedBack;
    }

    /** What is still under way, or lost, each by a name; empty when the stack has come to rest. */
    List<String> unfinished() {
        var left = new ArrayList<String>();
        for (var queue : stack.queues().all()) {
            stack.queues()
                    .look(queue.arn(), BATCH)
                    .forEach(message -> left.add("message " + message.id() + " in " + queue.name()));
        }
        stack.deliveries().underWay().forEach(delivery -> left.add("delivery " + delivery.id()));
        machines()
                .flatMap(machine -> stack.workflows().list(machine).stream())
                .filter(execution -> execution.status() == Status.RUNNING)
                .forEach(execution -> left.add("execution " + execution.run().arn()));
        parkingPlaces().forEach(bucket -> parked(bucket).forEach(object -> left.add("parked " + object.key())));
        letters.left().forEach(letter -> left.add("letter " + letter));
        return left;
    }

    private int redrive(Queue deadLetters) {
        int handedBack = 0;
        var queues = stack.queues();
        for (var batch = queues.receive(deadLetters.arn(), BATCH, HIDDEN);
                !batch.isEmpty();
                batch = queues.receive(deadLetters.arn(), BATCH, HIDDEN)) {
            handedBack += batch.size();
            batch.forEach(letter -> handBack(letter, deadLetters));
            queues.delete(
                    deadLetters.arn(),
                    batch.stream().map(Message::receiptHandle).toList());
        }
        return handedBack;
    }

    private void handBack(Message letter, Queue deadLetters) {
        var body = Json.read(letter.body());
        if (letter.attributes().containsKey("RULE_ARN")) {
            stack.buses().put(Caller.unrestricted(), List.of(event(letter, body)));
        } else if (body.has("workflow")) {
            stack.workflows()
                    .start(
                            Caller.unrestricted(),
                            machine(body.path("workflow").asText()),
                            Optional.empty(),
                            body.path("input").toString());
        } else {
            var source = stack.queues().all().stream()
                    .filter(queue -> queue.redrive()
                            .filter(to -> to.deadLetterArn().equals(deadLetters.arn()))
                            .isPresent())
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Nobody knows where this came from: " + letter));
            stack.queues().send(Caller.unrestricted(), source.arn(), letter.body(), letter.attributes());
        }
    }

    /** The event again, for its whole bus: who had it already has to know it. */
    private static PutEntry event(Message letter, JsonNode event) {
        var rule = letter.attributes().getOrDefault("RULE_ARN", "");
        var path = rule.substring(rule.indexOf(":rule/") + ":rule/".length());
        return new PutEntry(
                path.contains("/") ? path.substring(0, path.indexOf('/')) : "default",
                Optional.of(event.path("source").asText()),
                Optional.of(event.path("detail-type").asText()),
                Optional.of(event.path("detail").toString()),
                List.of(),
                Optional.empty());
    }

    private void invokeAgain(String bucket, String key) {
        var record = Json.read(stack.buckets()
                .getObjectAsBytes(get -> get.bucket(bucket).key(key))
                .asString(StandardCharsets.UTF_8));
        var function = record.at("/requestContext/functionArn").asText();
        var answer = stack.functions()
                .invoke(Caller.unrestricted(), function, record.path("payload").asText());
        if (answer.functionError().isEmpty() && !answer.payload().contains("itemIdentifier")) {
            stack.buckets().deleteObject(delete -> delete.bucket(bucket).key(key));
        }
    }

    private Stream<S3Object> parked(String bucket) {
        return stack.buckets().listObjectsV2(list -> list.bucket(bucket)).contents().stream();
    }

    private Stream<String> parkingPlaces() {
        return stack.deployment().stacks().values().stream()
                .flatMap(each -> each.resources().entrySet().stream())
                .filter(resource -> resource.getKey().contains("Parked"))
                .map(resource -> resource.getValue().ref())
                .filter(ref -> !ref.startsWith("arn:"))
                .distinct();
    }

    private String machine(String name) {
        return machines()
                .filter(arn -> arn.endsWith(":" + name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no state machine " + name));
    }

    private Stream<String> machines() {
        return stack.deployment().stacks().values().stream()
                .flatMap(each -> each.resources().values().stream())
                .map(resource -> resource.ref())
                .filter(ref -> MACHINE.matcher(ref).matches());
    }
}
