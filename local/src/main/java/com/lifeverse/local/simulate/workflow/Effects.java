package com.lifeverse.local.simulate.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Crossing;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.Violation;
import com.lifeverse.local.simulate.fault.Fault;
import com.lifeverse.local.simulate.fault.Injector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What tasks asked of services as it really was: which try was made when, what the network repeated, what was done. */
final class Effects implements Injector.Witness {
    /** One try of one task. */
    record Attempt(String key, String number) {}

    private final Stage stage;
    private final Map<Attempt, Set<Integer>> lives = new HashMap<>();
    private final Map<Attempt, Integer> repeats = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private final List<Violation> found = new ArrayList<>();

    Effects(Stage stage) {
        this.stage = stage;
        stage.witness(this);
    }

    /** How often the network has carried that try once more. */
    int repeats(Attempt attempt) {
        return repeats.getOrDefault(attempt, 0);
    }

    /** True if the bus has heard of that task. */
    boolean told(String key) {
        return told.contains(key);
    }

    List<Violation> violations() {
        return List.copyOf(found);
    }

    @Override
    public void begins(Crossing crossing, Fault fault) {
        attempt(crossing).ifPresent(attempt -> {
            if (!lives.computeIfAbsent(attempt, _ -> new HashSet<>()).add(stage.life())) {
                found.add(
                        new Violation("no-repeat-without-cause", stage.step(), attempt + " in one life of the stack"));
            }
            if (fault instanceof Fault.Repeated || fault instanceof Fault.RepeatedLater) {
                repeats.merge(attempt, 1, Integer::sum);
            }
        });
    }

    @Override
    public void saw(Crossing crossing, Object result) {
        if (crossing.what().equals("events:PutEvents")) {
            attempt(crossing).ifPresent(attempt -> told.add(attempt.key()));
        }
    }

    private static Optional<Attempt> attempt(Crossing crossing) {
        return crossing.from().equals("workflow") ? asked(crossing.request()) : Optional.empty();
    }

    private static Optional<Attempt> asked(Object request) {
        var node = request instanceof JsonNode json ? json : Json.read(request.toString());
        if (node.has("cause")) {
            var id = node.at("/cause/id").asText().split("#", 2);
            return Optional.of(new Attempt(id[0], id[1]));
        }
        if (node.isArray()) {
            var detail = Json.read(node.path(0).path("Detail").asText("{}"));
            return Optional.of(named(detail));
        }
        if (node.has("key")) {
            return Optional.of(named(node));
        }
        var update = node.has("TransactItems") ? node.at("/TransactItems/1/Update") : node;
        return Optional.of(new Attempt(
                update.at("/Key/playerId/S").asText(),
                update.at("/ExpressionAttributeNames/#a").asText()));
    }

    private static Attempt named(JsonNode node) {
        return new Attempt(node.path("key").asText(), node.path("attempt").asText());
    }
}
