package com.lifeverse.local.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.assembly.Declarations;
import com.lifeverse.local.identity.buckets.BucketType;
import com.lifeverse.local.identity.buckets.Buckets;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Callers;
import com.lifeverse.local.kernel.Endpoints;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.workflow.language.Chance;
import com.lifeverse.local.workflow.machine.Failure;
import com.lifeverse.local.workflow.task.TaskFailure;
import com.lifeverse.local.workflow.task.TaskIntegration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.h2.mvstore.MVMap;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Workflows in virtual time over a given store, with one integration that remembers what it was asked. */
final class Stack implements TaskIntegration {
    static final String ARN = "arn:aws:states:us-east-1:111111111111:stateMachine:m";
    static final String TASK = "arn:aws:states:::test:work";

    final List<Call> calls = new ArrayList<>();
    final List<Throwable> faults;
    final Endpoints endpoints = new Endpoints();
    final Agenda agenda;
    final Workflows workflows;
    final Buckets buckets;
    private boolean broken;
    private boolean crashing;
    private boolean crashingLate;
    private Runnable afterwards = () -> {};
    private final Set<String> forbidden = new HashSet<>();
    private final MVMap<String, String> effects;
    private int breakAfter = -1;

    private Stack(Store store, Agenda agenda, List<Throwable> faults) {
        this.agenda = agenda;
        this.faults = faults;
        this.effects = store.texts("test.effects");
        this.buckets = new Buckets(store, agenda);
        this.workflows = new Workflows(
                store,
                agenda,
                new Everyone(forbidden),
                endpoints,
                List.of(this),
                buckets::client,
                Chance.longestDelays(new Random(agenda.instant().toEpochMilli())));
    }

    /** In virtual time, from {@code now} on. */
    static Stack virtual(Store store, Instant now) {
        var faults = new ArrayList<Throwable>();
        return new Stack(store, Agenda.virtual(now, faults::add), faults);
    }

    /** In real time. */
    static Stack real(Store store) {
        var faults = new CopyOnWriteArrayList<Throwable>();
        return new Stack(store, Agenda.real(faults::add), faults);
    }

    static Stack inMemory() {
        return virtual(Store.inMemory(), Instant.parse("2026-01-01T00:00:00Z"));
    }

    /** From now on tasks end in a fault of the stack's own. */
    void breakTasks() {
        broken = true;
    }

    /** The task after the next {@code fine} ones fails, once. */
    void breakTasks(int fine) {
        breakAfter = fine;
    }

    /** From now on the process ends in the middle of every task: no answer is ever kept. */
    void crashInTasks() {
        crashing = true;
    }

    /** From now on the process ends after every task has done its work, before anybody hears of it. */
    void crashAfterTasks() {
        crashingLate = true;
    }

    /** From now on that is done behind every task's work, before anybody hears of it. */
    void afterTasks(Runnable what) {
        afterwards = what;
    }

    /** From now on no role may do that. */
    void forbid(String action) {
        forbidden.add(action);
    }

    /** How often tasks have done their work, since the store was made. */
    int effects() {
        return effects.size();
    }

    /** Makes a bucket and puts objects into it, each a key and a content. */
    S3Client bucket(String name, Map<String, String> objects) {
        new BucketType(buckets)
                .provision(Declarations.of("AWS::S3::Bucket", "Bucket", "{\"BucketName\":\"" + name + "\"}"));
        var client = buckets.client(Caller.unrestricted());
        objects.forEach(
                (key, content) -> client.putObject(put -> put.bucket(name).key(key), RequestBody.fromString(content)));
        return client;
    }

    /** Makes the machine {@code m} of these states, which starts in A. */
    Machine machine(Machine.Kind kind, String states) {
        return machine("m", kind, states);
    }

    /** As {@link #machine(Machine.Kind, String)}, under another name. */
    Machine machine(String name, Machine.Kind kind, String states) {
        var machine = new Machine(
                name,
                kind,
                "arn:aws:iam::111111111111:role/m",
                "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"A\",\"States\":{" + states + "}}");
        workflows.create(machine);
        return machine;
    }

    Execution execution(String arn) {
        return workflows.describe(arn).orElseThrow();
    }

    String output(String arn) {
        var output = execution(arn).ending().orElseThrow().output();
        return output == null ? "absent" : Json.text(output);
    }

    /** How an execution failed. */
    Failure failure(String arn) {
        var failure = execution(arn).ending().orElseThrow().failure();
        return failure == null ? new Failure("none", null) : failure;
    }

    @Override
    public boolean serves(String resource) {
        return resource.equals(TASK);
    }

    @Override
    public JsonNode perform(Call call) {
        calls.add(call);
        if (crashing) {
            throw new Crash();
        }
        if (broken) {
            throw new IllegalStateException("The integration is broken");
        }
        if (breakAfter-- == 0) {
            throw new TaskFailure("Broken", "once");
        }
        if (call.arguments().path("fail").isTextual()) {
            throw new TaskFailure(call.arguments().path("fail").asText(), "because");
        }
        var answer = call.once().keep(() -> {
            effects.put(call.attempt() + "#" + effects.size(), "");
            return call.arguments();
        });
        afterwards.run();
        if (crashingLate) {
            throw new Crash();
        }
        return answer;
    }

    private record Everyone(Set<String> forbidden) implements Callers {
        @Override
        public Caller role(String roleArn) {
            return new Named(roleArn, forbidden);
        }

        @Override
        public Caller service(String principal, String sourceArn) {
            return new Named(principal, Set.of());
        }

        @Override
        public boolean trusts(String roleArn, String service) {
            return true;
        }
    }

    /** The end of the process, which nothing may take for a failure of the task. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A caller under a name of its own that may do all but what is forbidden. */
    record Named(String name, Set<String> forbidden) implements Caller {
        @Override
        public void require(String action, String resourceArn) {
            if (forbidden.contains(action)) {
                throw AwsServiceException.builder()
                        .message(name + " may not " + action + " " + resourceArn)
                        .build();
            }
        }
    }
}
