package com.lifeverse.local.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.LocalStack;
import com.lifeverse.local.StackOptions;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.tour.Host;
import com.lifeverse.local.tour.Verification;
import com.lifeverse.platform.runtime.AwsClients;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * The journeys of the tour, which {@code ./dev verify} plays against a stage, with the functions and the HTTP of a local stack and
 * the tables, streams, bus and queues of an endpoint. Skipped in every run that was given none.
 */
@Tag("stack")
final class JourneysThereTest {
    private static final Path ASSEMBLY =
            Path.of(System.getProperty("lifeverse.home", ".."), "target", "assembly", "dev");

    private static final Duration AT_INTERVALS = Duration.ofMillis(200);

    /** A stack whose news go over an endpoint. */
    private record Bridged(LocalStack stack, Feeds feeds) implements Host {
        @Override
        public Instant now() {
            return stack.now();
        }

        @Override
        public String baseUrl() {
            return stack.baseUrl();
        }

        @Override
        public Credentials gameServer(String name) {
            return stack.gameServer(name);
        }

        /** What an endpoint's bus has taken comes to its queues by and by, and nobody tells when: a moment is let pass. */
        @Override
        public void settle() {
            try {
                new CountDownLatch(1).await(AT_INTERVALS.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while news are on their way", e);
            }
            while (feeds.round()) {
                stack.settle();
            }
        }
    }

    @Test
    void aPlayersLifeIsTheSameOverTheTablesTheBusAndTheQueuesOfAnEndpoint() throws Exception {
        var given = Endpoint.given();
        Assumptions.assumeTrue(given.isPresent(), "No endpoint was given; ./dev containers gives one");
        play(given.orElseThrow());
    }

    static void play(Endpoint there) throws Exception {
        var ready = new CountDownLatch(1);
        try (var tables = there.dynamoDb(until(ready));
                var events = there.events();
                var stack = stack(here -> new Relocated(tables, events, here))) {
            var here = new Endpoint(URI.create(stack.awsEndpoint()));
            var moved = moved(here, there, ready);
            try (var feeds = new Feeds(stack, here, there, moved)) {
                var outcomes = new Verification(new Bridged(stack, feeds), Optional.of(viewer(stack)), true)
                        .run("there", outcome -> System.err.println(outcome.title()));

                assertThat(outcomes).hasSizeGreaterThanOrEqualTo(15).allSatisfy(outcome -> {
                    assertThat(outcome.wrong()).isEmpty();
                    assertThat(outcome.skipped()).isEmpty();
                });
                assertThat(touched(stack))
                        .as("tables of the local stack that were written to")
                        .isEmpty();
            }
        }
    }

    private static Removal.Moved moved(Endpoint here, Endpoint there, CountDownLatch ready) {
        try {
            return Removal.of(here, there);
        } finally {
            ready.countDown();
        }
    }

    private static LocalStack stack(UnaryOperator<AwsClients> clients) {
        return LocalStack.start(StackOptions.of(ASSEMBLY), System.err, clients);
    }

    /** What runs by the clock begins with the stack, and finds its tables only when they have been made. */
    private static ExecutionInterceptor until(CountDownLatch ready) {
        return new ExecutionInterceptor() {
            @Override
            public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
                try {
                    ready.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("Interrupted before the tables were there", e);
                }
            }
        };
    }

    /** Nothing of this may have gone to the tables here by mistake. */
    private static Iterable<String> touched(LocalStack stack) {
        var touched = new ArrayList<String>();
        try (var here = stack.tables()) {
            for (var table : here.listTables().tableNames()) {
                if (here.scan(scan -> scan.tableName(table)).count() > 0) {
                    touched.add(table);
                }
            }
        }
        return touched;
    }

    private static String viewer(LocalStack stack) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var asked = Json.object().put("role", "viewer").put("name", "ring");
            var request = HttpRequest.newBuilder(URI.create(stack.baseUrl() + "/_local/staff-tokens"))
                    .header("content-type", "application/json")
                    .POST(BodyPublishers.ofString(Json.text(asked)))
                    .build();
            return Json.read(http.send(request, BodyHandlers.ofString()).body())
                    .path("token")
                    .asText();
        }
    }
}
