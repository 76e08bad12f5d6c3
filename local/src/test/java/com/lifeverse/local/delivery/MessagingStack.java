package com.lifeverse.local.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.bus.EventBuses;
import com.lifeverse.local.destination.Destinations;
import com.lifeverse.local.destination.Outside;
import com.lifeverse.local.iam.Iam;
import com.lifeverse.local.iam.ResourcePolicies;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Callers;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.kernel.Endpoints;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.queue.Message;
import com.lifeverse.local.queue.Queue;
import com.lifeverse.local.queue.Queues;
import com.lifeverse.local.schedule.SchedulerCalls;
import com.lifeverse.local.schedule.Schedules;
import com.lifeverse.platform.runtime.IdSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** The messaging part of a stack in virtual time, for tests. Roles may do all but what a test forbids. */
public final class MessagingStack implements AutoCloseable {
    public static final Instant START = Instant.parse("2027-01-01T00:00:00Z");

    public final List<Throwable> failures = new ArrayList<>();
    public final List<Failure> lost = new ArrayList<>();
    public final Set<String> forbidden = new HashSet<>();
    public final Store store;
    public final Agenda agenda;
    public final IdSource ids;
    public final Endpoints endpoints = new Endpoints();
    public final ResourcePolicies policies = new ResourcePolicies();
    private final Iam iam = new Iam(policies);
    public final Callers callers = new RoleTable();
    public final Queues queues;
    public final Deliveries deliveries;
    public final EventBuses buses;
    public final Schedules schedules;
    public final SchedulerCalls scheduler;
    public final Destinations destinations;
    /** What was called outside, and what the world answers. */
    public final List<Outside.Call> calls = new ArrayList<>();

    public int worldAnswers = 200;
    public String worldSays = "";
    private long nextId;

    private MessagingStack(Store store, Instant start) {
        this.store = store;
        this.agenda = Agenda.virtual(start, failures::add);
        this.ids = () -> IdSource.version7(agenda.instant().toEpochMilli(), ++nextId >> 62, nextId);
        this.queues = new Queues(store, agenda, ids, endpoints);
        this.deliveries =
                new Deliveries(store, agenda, callers, endpoints, queues, (delivery, failure) -> lost.add(failure));
        this.buses = new EventBuses(store, agenda, ids, deliveries, endpoints);
        this.schedules = new Schedules(store, agenda, ids, deliveries, callers);
        this.scheduler = new SchedulerCalls(store, schedules);
        this.destinations = new Destinations(
                endpoints,
                call -> {
                    calls.add(call);
                    return new Outside.Answer(worldAnswers, worldSays);
                },
                agenda);
    }

    public static MessagingStack inMemory() {
        return new MessagingStack(Store.inMemory(), START);
    }

    /** On file, so that a second stack at a later time finds what the first has left. */
    public static MessagingStack in(Path directory, Instant now) {
        return new MessagingStack(Store.in(directory), now);
    }

    public Queue queue(String name) {
        var queue = Queue.named(name);
        queues.define(queue);
        return queue;
    }

    /** A queue that the rule may send to. */
    public Queue openQueue(String name, String ruleArn) {
        var queue = queue(name);
        allow(queue, ruleArn);
        return queue;
    }

    public Caller service(String principal, String sourceArn) {
        return iam.service(principal, sourceArn);
    }

    public void allow(Queue queue, String ruleArn) {
        policies.attach(
                declaration("AWS::SQS::QueuePolicy", queue.name() + ruleArn, "{}"),
                queue.arn(),
                Json.read("""
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sqs:SendMessage",
                 "Principal": {"Service": "events.amazonaws.com"}, "Resource": "%s",
                 "Condition": {"ArnEquals": {"aws:SourceArn": "%s"}}}]}""".formatted(queue.arn(), ruleArn)));
    }

    public List<String> bodies(Queue queue) {
        return queues.look(queue.arn(), 100).stream().map(Message::body).toList();
    }

    public static Declaration declaration(String type, String logicalId, String properties) {
        return new Declaration("dev-events", logicalId, type, Json.read(properties), Path.of("."));
    }

    public static JsonNode json(String text) {
        return Json.read(text);
    }

    public static String roleArn(String name) {
        return Cloud.globalArn("iam", "role/" + name);
    }

    @Override
    public void close() {
        agenda.close();
        store.close();
    }

    private final class RoleTable implements Callers {
        @Override
        public Caller role(String roleArn) {
            return new Caller() {
                @Override
                public String name() {
                    return roleArn;
                }

                @Override
                public void require(String action, String resourceArn) {
                    if (forbidden.contains(action)) {
                        throw AwsServiceException.builder()
                                .message(roleArn + " is not authorized to perform " + action)
                                .statusCode(400)
                                .awsErrorDetails(AwsErrorDetails.builder()
                                        .errorCode("AccessDeniedException")
                                        .build())
                                .build();
                    }
                }
            };
        }

        @Override
        public Caller service(String principal, String sourceArn) {
            return iam.service(principal, sourceArn);
        }

        @Override
        public boolean trusts(String roleArn, String service) {
            return !roleArn.endsWith("/nobody");
        }
    }
}
