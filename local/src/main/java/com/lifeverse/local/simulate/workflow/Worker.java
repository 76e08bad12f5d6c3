package com.lifeverse.local.simulate.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.queue.Message;
import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.workflow.TaskTokens;
import com.lifeverse.local.workflow.machine.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the queue: keeps what came, and hands tokens back as the messages ask for. It lives outside the stack. */
final class Worker {
    private static final Duration PAUSE = Duration.ofSeconds(12);
    private static final Duration BEAT = Duration.ofSeconds(30);
    private static final int BATCH = 10;

    private final Stage stage;
    private final Errands errands;
    private final Map<String, JsonNode> seen = new LinkedHashMap<>();

    Worker(Stage stage) {
        this.stage = stage;
        this.errands = new Errands(stage);
    }

    void begin() {
        stage.outside().in(PAUSE, "worker reads the queue", () -> {
            begin();
            read();
        });
    }

    /** What effects came through the queue, each message once. */
    List<JsonNode> effects() {
        return seen.values().stream()
                .filter(body -> body.path("kind").asText().equals("effect"))
                .toList();
    }

    private void read() {
        var batch = stage.stack().queues().receive(Grounds.QUEUE, BATCH);
        var fresh = new ArrayList<JsonNode>();
        for (var message : batch) {
            var body = Json.read(message.body());
            if (seen.put(message.id(), body) == null) {
                fresh.add(body);
            }
        }
        fresh.stream().filter(body -> body.path("kind").asText().equals("ask")).forEach(this::answer);
        stage.stack()
                .queues()
                .delete(
                        Grounds.QUEUE,
                        batch.stream().map(Message::receiptHandle).toList());
    }

    private void answer(JsonNode asked) {
        int attempt = asked.path("try").asInt();
        if (attempt < asked.path("silent").asInt()) {
            return;
        }
        int beats = asked.path("beats").asInt();
        for (int i = 1; i <= beats; i++) {
            tell(asked, "SendTaskHeartbeat", BEAT.multipliedBy(i), token -> tokens().heartbeat(token));
        }
        var until = BEAT.multipliedBy(beats).plusSeconds(2);
        if (attempt < asked.path("failures").asInt()) {
            tell(asked, "SendTaskFailure", until, token -> tokens().fail(token, new Failure(Calls.FLAKY, "not yet")));
        } else if (asked.path("refused").asBoolean()) {
            tell(asked, "SendTaskFailure", until, token -> tokens().fail(token, new Failure(Calls.REFUSED, "no")));
        } else {
            tell(asked, "SendTaskSuccess", until, token -> tokens().succeed(token, "{\"done\":true}"));
        }
    }

    private TaskTokens tokens() {
        return stage.stack().workflows().tokens();
    }

    private void tell(JsonNode asked, String what, Duration wait, Consumer<String> call) {
        errands.run(
                "worker",
                what + " " + asked.path("key").asText() + " "
                        + asked.path("attempt").asText(),
                wait,
                () -> {
                    call.accept(asked.path("token").asText());
                    return what;
                },
                _ -> {});
    }
}
