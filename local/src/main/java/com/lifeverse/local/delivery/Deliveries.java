package com.lifeverse.local.delivery;

import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Callers;
import com.lifeverse.local.kernel.Crossing;
import com.lifeverse.local.kernel.Crossings;
import com.lifeverse.local.kernel.Endpoint;
import com.lifeverse.local.kernel.Endpoints;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.queue.Queues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.mvstore.MVMap;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * All deliveries that are under way. One that has been recorded is tried until its target has taken it, its retry policy
 * is at its end, or another try would be in vain; then its dead-letter queue gets it, or {@link LostDeliveries} hears of
 * it. A target's yes and the record's end are one write: only an injected fault makes a second delivery.
 */
public final class Deliveries {
    private sealed interface Attempt {
        record Taken() implements Attempt {}

        record Refused(Failure failure, Optional<RuntimeException> surprise) implements Attempt {}
    }

    /** What in a schedule's input stands for which try this is. */
    private static final String ATTEMPT = "<aws.scheduler.attempt-number>";

    private final Store store;
    private final Agenda agenda;
    private final Callers callers;
    private final Endpoints endpoints;
    private final Queues queues;
    private final Crossings crossings;
    private final LostDeliveries lost;
    private final MVMap<String, String> pending;
    private final Set<String> planned = ConcurrentHashMap.newKeySet();

    public Deliveries(
            Store store, Agenda agenda, Callers callers, Endpoints endpoints, Queues queues, LostDeliveries lost) {
        this(store, agenda, callers, endpoints, queues, Crossings.open(), lost);
    }

    /** As above, with each attempt of a delivery crossing {@code crossings}. */
    public Deliveries(
            Store store,
            Agenda agenda,
            Callers callers,
            Endpoints endpoints,
            Queues queues,
            Crossings crossings,
            LostDeliveries lost) {
        this.store = store;
        this.agenda = agenda;
        this.callers = callers;
        this.endpoints = endpoints;
        this.queues = queues;
        this.crossings = crossings;
        this.lost = lost;
        this.pending = store.texts("deliveries");
    }

    /** Goes on with what an earlier run left undone. Call it when all targets have been made. */
    public void resume() {
        for (var id = pending.firstKey(); id != null; id = pending.higherKey(id)) {
            var text = pending.get(id);
            if (text != null && !planned.contains(id)) {
                plan(Delivery.decoded(id, text));
            }
        }
    }

    /** True if there is something to deliver to at that ARN. */
    public boolean reaches(String arn) {
        return endpoints.find(arn).isPresent();
    }

    /** Takes deliveries over: when this returns (or the write around it), they survive a crash. */
    public void record(List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return;
        }
        store.write(() -> deliveries.forEach(delivery -> pending.put(delivery.id(), delivery.encoded())));
        deliveries.forEach(this::plan);
    }

    /** What is under way, oldest first, for operators. */
    public List<Delivery> underWay() {
        var found = new ArrayList<Delivery>();
        pending.forEach((id, text) -> found.add(Delivery.decoded(id, text)));
        return found;
    }

    private void plan(Delivery delivery) {
        planned.add(delivery.id());
        agenda.at(delivery.dueAt(), "deliver to " + delivery.targetArn(), () -> inTurn(delivery));
    }

    /** Waiting for a turn is no retry, but counts as age. */
    private void inTurn(Delivery delivery) {
        var now = agenda.instant();
        var turn = endpoints
                .find(delivery.targetArn())
                .map(endpoint -> endpoint.turn(now))
                .orElse(now);
        if (!turn.isAfter(now)) {
            deliver(delivery);
        } else if (turn.isAfter(delivery.deadline())) {
            var late = new Failure("THROTTLING", "There is no turn before " + turn, true);
            giveUp(delivery, late, Optional.of("MaximumEventAgeInSeconds"));
        } else {
            agenda.at(turn, "deliver to " + delivery.targetArn(), () -> deliver(delivery));
        }
    }

    private void deliver(Delivery delivery) {
        if (delivery.payload().isEmpty()) {
            giveUp(delivery, Failure.invalidJson("The target's input is not JSON"), Optional.empty());
            return;
        }
        var payload = delivery.payload().get();
        if (delivery.origin().kind() == Origin.Kind.SCHEDULE) {
            payload = payload.replace(ATTEMPT, Integer.toString(delivery.retries() + 1));
        }
        switch (attempt(delivery, payload)) {
            case Attempt.Taken() -> planned.remove(delivery.id());
            case Attempt.Refused(var failure, var surprise) -> {
                refused(delivery, failure);
                surprise.ifPresent(e -> {
                    throw e;
                });
            }
        }
    }

    private Attempt attempt(Delivery delivery, String payload) {
        Endpoint endpoint;
        try {
            endpoint = endpoints.at(delivery.targetArn());
        } catch (IllegalArgumentException e) {
            return new Attempt.Refused(Failure.noResource(delivery.targetArn()), Optional.empty());
        }
        try {
            var origin = delivery.origin();
            var crossing = new Crossing(
                    Crossing.Kind.DELIVERY,
                    origin.arn(),
                    delivery.targetArn(),
                    origin.kind().name(),
                    payload);
            return crossings.cross(crossing, () -> hand(delivery, endpoint, payload));
        } catch (AwsServiceException e) {
            return new Attempt.Refused(Failure.of(e), Optional.empty());
        } catch (RuntimeException e) {
            // Not an answer of a service but a fault: it is retried as AWS would, and told as well.
            return new Attempt.Refused(Failure.of(e), Optional.of(e));
        }
    }

    private Attempt hand(Delivery delivery, Endpoint endpoint, String payload) {
        var caller = delivery.origin().caller(callers);
        if (endpoint.isOutside()) {
            endpoint.accept(caller, payload);
            store.write(() -> {
                pending.remove(delivery.id());
            });
            return new Attempt.Taken();
        }
        // Targets live in the same store: one write, so that no crash can make two messages or two executions of one
        // event.
        store.write(() -> {
            endpoint.accept(caller, payload);
            pending.remove(delivery.id());
        });
        return new Attempt.Taken();
    }

    private void refused(Delivery delivery, Failure failure) {
        int retry = delivery.retries() + 1;
        Instant next = agenda.instant().plus(delivery.policy().waitBefore(retry, delivery.id()));
        if (!failure.retriable()) {
            giveUp(delivery, failure, Optional.empty());
        } else if (retry > delivery.policy().maximumRetries()) {
            giveUp(delivery, failure, Optional.of("MaximumRetryAttempts"));
        } else if (next.isAfter(delivery.deadline())) {
            giveUp(delivery, failure, Optional.of("MaximumEventAgeInSeconds"));
        } else {
            var again = delivery.retriedAt(next);
            store.write(() -> {
                pending.put(again.id(), again.encoded());
            });
            plan(again);
        }
    }

    private void giveUp(Delivery delivery, Failure failure, Optional<String> exhausted) {
        planned.remove(delivery.id());
        if (delivery.deadLetterArn().isPresent()) {
            try {
                var caller = delivery.origin().deadLetterCaller(callers);
                store.write(() -> {
                    queues.send(
                            caller,
                            delivery.deadLetterArn().get(),
                            delivery.letter(),
                            attributes(delivery, failure, exhausted));
                    pending.remove(delivery.id());
                });
                return;
            } catch (AwsServiceException e) {
                lose(
                        delivery,
                        new Failure(
                                failure.code(), failure.message() + "; dead letter refused: " + e.getMessage(), false));
                return;
            }
        }
        lose(delivery, failure);
    }

    private void lose(Delivery delivery, Failure failure) {
        store.write(() -> {
            pending.remove(delivery.id());
        });
        lost.lost(delivery, failure);
    }

    private static Map<String, String> attributes(Delivery delivery, Failure failure, Optional<String> exhausted) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put(delivery.origin().kind().attribute(), delivery.origin().arn());
        // What stands behind the hash is this stack's own way to tell two targets apart.
        attributes.put("TARGET_ARN", delivery.targetArn().replaceFirst("#.*", ""));
        switch (delivery.origin().kind()) {
            case RULE -> attributes.put("ERROR_CODE", failure.code());
            case SCHEDULE -> {
                attributes.put("ERROR_CODE", failure.answered());
                attributes.put("EXECUTION_ID", delivery.id());
                attributes.put("IS_PAYLOAD_TRUNCATED", "false");
                delivery.scheduledFor().ifPresent(time -> attributes.put("SCHEDULED_TIME", time));
            }
        }
        attributes.put("ERROR_MESSAGE", failure.message());
        attributes.put("RETRY_ATTEMPTS", String.valueOf(delivery.retries()));
        exhausted.ifPresent(condition -> attributes.put("EXHAUSTED_RETRY_CONDITION", condition));
        return attributes;
    }
}
