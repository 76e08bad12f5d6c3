package com.lifeverse.local.workflow.language;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads blocks of states, one inside the other, and sees that every way in a block leads somewhere. */
final class BlockReader {
    private final Problems problems;
    private final String language;
    private final Map<String, State> states = new LinkedHashMap<>();

    /** A reader for a machine whose states speak {@code language} unless they say otherwise. */
    BlockReader(Problems problems, String language) {
        this.problems = problems;
        this.language = language;
    }

    /** All states that were read so far. */
    Map<String, State> states() {
        return states;
    }

    Block read(String pointer, JsonNode body) {
        var names = new ArrayList<String>();
        for (var member : body.path("States").properties()) {
            names.add(member.getKey());
            state(pointer + "/States/" + member.getKey(), member.getKey(), member.getValue());
        }
        var block = new Block(problems.text(pointer, body, "StartAt"), names);
        reach(pointer, block);
        return block;
    }

    private void state(String pointer, String name, JsonNode body) {
        var own = body.path("QueryLanguage").asText(language);
        if (own.equals("JSONata")) {
            var state = new StateReader(problems, this, pointer, name, body).read();
            if (state.isPresent() && states.putIfAbsent(name, state.get()) != null) {
                problems.add("DUPLICATE_STATE_NAME", "The name of a state is unique in the whole definition", pointer);
            }
        } else if (language.equals("JSONata")) {
            problems.add(
                    pointer,
                    "'QueryLanguage' can not be '%s' if set to 'JSONata' for whole state machine".formatted(own));
        } else {
            problems.add(
                    pointer,
                    "The state's query language is %s, which is not held locally: declare \"QueryLanguage\": \"JSONata\""
                            .formatted(own));
        }
    }

    /** Every way leads to a state of the block, and to every state of it leads a way. */
    private void reach(String pointer, Block block) {
        if (!block.states().contains(block.startAt())) {
            problems.addTarget(pointer + "/StartAt", "Missing 'Next' target: " + block.startAt());
            return;
        }
        var reached = new HashSet<>(Set.of(block.startAt()));
        var open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            var name = open.remove();
            for (var arm : arms(name)) {
                if (!block.states().contains(arm.next())) {
                    problems.addTarget(
                            pointer + "/States/" + name + "/" + place(arm), "Missing 'Next' target: " + arm.next());
                } else if (reached.add(arm.next())) {
                    open.add(arm.next());
                }
            }
        }
        // Where nothing ends, AWS does not go on to look for what is never reached.
        if (block.states().stream().map(states::get).noneMatch(BlockReader::mayEnd)) {
            problems.addEndless();
            return;
        }
        block.states().stream()
                .filter(name -> !reached.contains(name))
                .forEach(name ->
                        problems.addTarget(pointer + "/States/" + name, "State \"" + name + "\" is not reachable."));
    }

    /** AWS says elements of a list in brackets, and speaks of {@code Next} wherever the name of a state stands. */
    private static String place(State.Arm arm) {
        var path = arm.path().replaceAll("/(\\d+)$", "[$1]");
        return path.endsWith("]") ? path + "/Next" : path;
    }

    /** A state that could not be read has been told of already. */
    private static boolean mayEnd(@Nullable State state) {
        return state == null
                || switch (state) {
                    case State.Succeed _, State.Fail _ -> true;
                    case State.Pass pass -> pass.next().isEmpty();
                    case State.Wait wait -> wait.next().isEmpty();
                    case State.Retrying retrying -> retrying.next().isEmpty();
                    case State.Choice _ -> false;
                };
    }

    private List<State.Arm> arms(String name) {
        var state = states.get(name);
        return state == null ? List.of() : state.arms().toList();
    }
}
