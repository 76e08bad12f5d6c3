package com.lifeverse.local.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.machine.Awaited;
import com.lifeverse.local.workflow.machine.Failure;
import com.lifeverse.local.workflow.machine.Happening;
import com.lifeverse.local.workflow.machine.Rehearsal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The replies that the services gave to the attempts of tasks, and what they were asked. */
final class Replies implements Rehearsal.Answers {
    private record Reply(int index, JsonNode json) {}

    private final List<Reply> left = new ArrayList<>();
    private final Findings.Of findings;
    private final Masks masks;

    /** {@code masks} are those of the whole case. */
    Replies(JsonNode replies, Masks masks, Findings.Of findings) {
        this.masks = masks;
        this.findings = findings;
        for (var reply : replies) {
            left.add(new Reply(left.size(), reply));
        }
    }

    @Override
    public Optional<Rehearsal.Answer> to(Awaited.Reply asked) {
        var found = left.stream().filter(reply -> isFor(reply, asked)).findFirst();
        if (found.isEmpty()) {
            findings.add("/taskMocks", "no attempt of " + asked.state(), "asked with " + Json.text(asked.arguments()));
            return Optional.empty();
        }
        var reply = found.get();
        left.remove(reply);
        compare(reply, asked);
        return Optional.of(Rehearsal.Answer.now(happening(reply.json(), asked)));
    }

    /** Tells of the replies that nobody asked for. */
    void leftOver() {
        left.forEach(reply -> findings.add("/taskMocks/" + reply.index(), "asked for", "left over"));
    }

    private static boolean isFor(Reply reply, Awaited.Reply asked) {
        var state = reply.json().path("state");
        return !state.isTextual() || state.textValue().equals(asked.state());
    }

    private void compare(Reply reply, Awaited.Reply asked) {
        var pointer = "/taskMocks/" + reply.index();
        for (var member : List.of("parameters", "input")) {
            if (reply.json().has(member)) {
                masks.compare(pointer + "/" + member, reply.json().get(member), asked.arguments())
                        .ifPresent(found -> findings.add(found.pointer(), found.expected(), found.actual()));
            }
        }
        if (reply.json().path("state").isTextual()) {
            seconds(pointer + "/timeoutInSeconds", reply.json().path("timeoutInSeconds"), asked.timeoutSeconds());
            seconds(pointer + "/heartbeatInSeconds", reply.json().path("heartbeatInSeconds"), asked.heartbeatSeconds());
        }
    }

    private void seconds(String pointer, JsonNode expected, @Nullable Long actual) {
        var found = actual == null ? NullNode.getInstance() : Json.node(actual);
        var wanted = expected.isMissingNode() ? NullNode.getInstance() : expected;
        if (!Json.same(wanted, found)) {
            findings.add(pointer, wanted, found);
        }
    }

    private static Happening happening(JsonNode reply, Awaited.Reply asked) {
        if (reply.path("kind").asText().endsWith("Succeeded")) {
            return new Happening.Completed(asked.strand(), asked.attempt(), output(reply));
        }
        var cause = reply.path("cause");
        return new Happening.Failed(
                asked.strand(),
                asked.attempt(),
                new Failure(text(reply.path("error")), cause.isObject() ? Json.text(cause) : text(cause)));
    }

    private static JsonNode output(JsonNode reply) {
        var output = reply.path("output");
        boolean parsed = reply.path("outputForm").asText("json").equals("json");
        return parsed || !output.isTextual()
                ? output
                : Json.parse(output.textValue()).orElse(output);
    }

    private static @Nullable String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : null;
    }
}
