package com.lifeverse.local.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.bus.EventBuses;
import com.lifeverse.local.bus.EventPattern;
import com.lifeverse.local.bus.EventRule;
import com.lifeverse.local.bus.PutEntry;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Callers;
import com.lifeverse.local.kernel.Endpoints;
import com.lifeverse.local.kernel.Functions;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.kernel.Streams;
import com.lifeverse.local.mapping.MappingSettings;
import com.lifeverse.local.mapping.Mappings;
import com.lifeverse.local.mapping.RecordFilter;
import com.lifeverse.local.queue.Queue;
import com.lifeverse.local.queue.Queues;
import com.lifeverse.platform.runtime.IdSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many threads, time that passes by itself and a store on file: nothing is lost, nothing is stuck. */
@Tag("adapters")
class RealTimeTest {
    private static final int WRITERS = 8;
    private static final int EVENTS_EACH = 50;

    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final AtomicInteger records = new AtomicInteger();
    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();

    private Functions.Answer invoke(String payload) {
        for (var record : Json.read(payload).path("Records")) {
            records.incrementAndGet();
            seen.add(Json.read(record.path("body").asText())
                    .path("detail")
                    .path("n")
                    .asText());
        }
        return new Functions.Answer("null", Optional.empty());
    }

    private static Callers anyone() {
        return new Callers() {
            @Override
            public Caller role(String roleArn) {
                return Caller.unrestricted();
            }

            @Override
            public Caller service(String principal, String sourceArn) {
                return Caller.unrestricted();
            }

            @Override
            public boolean trusts(String roleArn, String service) {
                return true;
            }
        };
    }

    private static Streams noStreams() {
        return new Streams() {
            @Override
            public List<Change> after(String streamArn, long sequence, int limit) {
                return List.of();
            }

            @Override
            public long newest(String streamArn) {
                return 0;
            }

            @Override
            public void watch(String streamArn, Runnable wake) {
                // Nothing ever grows.
            }
        };
    }

    @Test
    @Timeout(60)
    void everyEventOfManyWritersReachesTheFunctionOnce(@TempDir Path directory) {
        try (var store = Store.in(directory);
                var agenda = Agenda.real(failures::add)) {
            var ids = IdSource.random(agenda);
            var endpoints = new Endpoints();
            var queues = new Queues(store, agenda, ids, endpoints);
            var deliveries = new Deliveries(
                    store,
                    agenda,
                    anyone(),
                    endpoints,
                    queues,
                    (d, f) -> failures.add(new IllegalStateException(f.message())));
            var buses = new EventBuses(store, agenda, ids, deliveries, endpoints);
            var queue = Queue.named("events");
            queues.define(queue);
            var target = new EventRule.Target(
                    "t",
                    queue.arn(),
                    Optional.empty(),
                    new TargetInput.Whole(),
                    RetryPolicy.DEFAULT,
                    Optional.empty(),
                    Json.object());
            var pattern = EventPattern.parse("{\"source\": [\"test\"]}");
            buses.put(new EventRule("all", EventRule.DEFAULT_BUS, pattern, true, List.of(target)));
            var around = new Mappings.Surroundings(
                    store, agenda, ids, queues, noStreams(), (caller, arn, payload) -> invoke(payload), anyone());
            var mappings = new Mappings(around, arn -> "role", (c, b, k, t) -> {}, text -> {});
            mappings.add(new MappingSettings(
                    "arn:aws:lambda:us-east-1:111111111111:function:f",
                    queue.arn(),
                    10,
                    Duration.ZERO,
                    RecordFilter.none(),
                    true,
                    new MappingSettings.Source.OfQueue(5)));
            mappings.start();

            try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
                IntStream.range(0, WRITERS)
                        .forEach(w -> writers.execute(() -> IntStream.range(0, EVENTS_EACH)
                                .forEach(e -> buses.put(Caller.unrestricted(), List.of(entry(w + "-" + e))))));
            }
            agenda.settle();

            assertThat(failures).isEmpty();
            assertThat(seen).hasSize(WRITERS * EVENTS_EACH);
            assertThat(records).hasValue(WRITERS * EVENTS_EACH);
            assertThat(queues.counts(queue.arn()).total()).isZero();
            assertThat(deliveries.underWay()).isEmpty();
        }
    }

    private static PutEntry entry(String n) {
        return new PutEntry(
                EventRule.DEFAULT_BUS,
                Optional.of("test"),
                Optional.of("counted"),
                Optional.of("{\"n\": \"" + n + "\"}"),
                List.of(),
                Optional.empty());
    }
}
