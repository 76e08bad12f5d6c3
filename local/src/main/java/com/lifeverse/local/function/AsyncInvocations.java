package com.lifeverse.local.function;

import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Callers;
import com.lifeverse.local.kernel.Endpoints;
import com.lifeverse.local.kernel.Functions;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.platform.runtime.IdSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.h2.mvstore.MVMap;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Lambda's own queue of asynchronous events: each is kept until its function has run without error, or is given up after
 * the retries and handed to the declared destination. At least once, in no order, like Lambda's.
 */
final class AsyncInvocations {
    private static final int LIMIT = 1_048_576;
    private static final String BUS = "arn:aws:events:";
    private static final Duration FIRST_BACKOFF = Duration.ofSeconds(1);
    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(5);

    /** Runs a function once, under the request id of its event. */
    @FunctionalInterface
    interface Runner {
        Functions.Answer run(FunctionId function, String requestId, String payload);
    }

    private final MVMap<String, String> pending;
    private final Map<FunctionId, AsyncSettings> settings = new ConcurrentHashMap<>();
    private final Map<String, FunctionSettings> functions = new ConcurrentHashMap<>();
    private final Store store;
    private final Agenda agenda;
    private final Callers callers;
    private final Endpoints endpoints;
    private final IdSource ids;
    private final Consumer<Throwable> failures;
    private final Runner runner;

    AsyncInvocations(
            Store store,
            Agenda agenda,
            Callers callers,
            Endpoints endpoints,
            IdSource ids,
            Consumer<Throwable> failures,
            Runner runner) {
        this.pending = store.texts("function.events");
        this.store = store;
        this.agenda = agenda;
        this.callers = callers;
        this.endpoints = endpoints;
        this.ids = ids;
        this.failures = failures;
        this.runner = runner;
    }

    void configure(FunctionId function, AsyncSettings chosen) {
        settings.put(function, chosen);
    }

    /** Takes up what an earlier run of the stack left for {@code function}. */
    void adopt(FunctionId function, FunctionSettings declared) {
        boolean known = functions.put(function.arn(), declared) != null;
        if (known) {
            return;
        }
        pending.keyIterator(null).forEachRemaining(key -> {
            var event = AsyncEvent.parse(pending.get(key));
            if (event.function().equals(function)) {
                schedule(event, FIRST_BACKOFF);
            }
        });
    }

    /** Keeps the event; when this returns, it will be run. */
    void accept(FunctionId function, String payload) {
        if (payload.getBytes(StandardCharsets.UTF_8).length > LIMIT) {
            throw FunctionRefusal.tooLarge(LIMIT, "InvokeFunction");
        }
        var event = AsyncEvent.accepted(ids.next().toString(), function, payload, agenda.instant());
        store.write(() -> {
            pending.put(event.id(), event.json());
        });
        schedule(event, FIRST_BACKOFF);
    }

    private void schedule(AsyncEvent event, Duration backoff) {
        agenda.at(event.due(), "function " + event.function().name(), () -> attempt(event, backoff));
    }

    private void attempt(AsyncEvent event, Duration backoff) {
        Functions.Answer answer;
        try {
            answer = runner.run(event.function(), event.id(), event.payload());
        } catch (AwsServiceException e) {
            refused(event, backoff, e);
            return;
        }
        var tried = event.triedAgain();
        store.write(() -> {
            pending.replace(event.id(), tried.json());
        });
        if (answer.functionError().isEmpty()) {
            conclude(tried, "Success", Optional.of(answer), chosen(event).onSuccess());
        } else if (tried.attempts() > chosen(event).retries()) {
            giveUp(tried, "RetriesExhausted", Optional.of(answer));
        } else {
            again(tried, Duration.ofMinutes(tried.attempts()), FIRST_BACKOFF, Optional.of(answer));
        }
    }

    /** Lambda itself had no room for it: that is no attempt, and only age ends it. */
    private void refused(AsyncEvent event, Duration backoff, AwsServiceException why) {
        boolean passing = why.statusCode() == 429 || why.statusCode() >= 500;
        boolean neverRoom = declared(event).reserved().orElse(1) == 0;
        if (!passing || neverRoom) {
            failures.accept(why);
            giveUp(event, "RetriesExhausted", Optional.empty());
            return;
        }
        var doubled = backoff.multipliedBy(2);
        again(event, backoff, doubled.compareTo(LONGEST_BACKOFF) < 0 ? doubled : LONGEST_BACKOFF, Optional.empty());
    }

    private void again(AsyncEvent event, Duration wait, Duration nextBackoff, Optional<Functions.Answer> lastAnswer) {
        var due = agenda.instant().plus(wait);
        if (due.isAfter(event.acceptedAt().plus(chosen(event).maximumAge()))) {
            giveUp(event, "EventAgeExceeded", lastAnswer);
        } else {
            var later = event.dueAt(due);
            store.write(() -> {
                pending.replace(event.id(), later.json());
            });
            schedule(later, nextBackoff);
        }
    }

    private void giveUp(AsyncEvent event, String condition, Optional<Functions.Answer> lastAnswer) {
        var destination = chosen(event).onFailure();
        var deadLetters = declared(event).deadLetters();
        if (destination.isEmpty() && deadLetters.isEmpty()) {
            failures.accept(new IllegalStateException("Event %s for %s is lost (%s): %s"
                    .formatted(
                            event.id(),
                            event.function().arn(),
                            condition,
                            lastAnswer.map(Functions.Answer::payload).orElse("it never ran"))));
        }
        store.write(() -> {
            deadLetters.ifPresent(arn -> deliver(event, arn, event.payload(), event.lastWords(lastAnswer)));
            conclude(event, condition, lastAnswer, destination);
        });
    }

    private void conclude(
            AsyncEvent event, String condition, Optional<Functions.Answer> answer, Optional<String> destination) {
        store.write(() -> {
            destination.ifPresent(arn -> deliver(event, arn, told(event, arn, condition, answer), Map.of()));
            pending.remove(event.id());
        });
    }

    private String told(AsyncEvent event, String arn, String condition, Optional<Functions.Answer> answer) {
        var now = agenda.instant();
        var record = event.record(condition, now, answer);
        return arn.startsWith(BUS) ? event.announced(arn, condition, ids.next().toString(), now, record) : record;
    }

    private void deliver(AsyncEvent event, String arn, String payload, Map<String, String> attributes) {
        endpoints.at(arn).accept(callers.role(declared(event).role()), payload, attributes);
    }

    private AsyncSettings chosen(AsyncEvent event) {
        return settings.getOrDefault(event.function(), AsyncSettings.DEFAULT);
    }

    private FunctionSettings declared(AsyncEvent event) {
        var declared = functions.get(event.function().arn());
        if (declared == null) {
            throw FunctionRefusal.notFound(event.function());
        }
        return declared;
    }
}
