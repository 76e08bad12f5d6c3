package com.lifeverse.local.tour;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One step of the tour.
 *
 * @param title what happens, in the words of the game
 * @param setup commands that are shown before the call, for a reader who types along; the tour has their effect already
 * @param call the request
 * @param expected the status that must come back
 * @param takes what is kept of the answer for later: variable name → member of the answer
 * @param shows what the answer must hold besides its status: JSON Pointer → text of the value there, with variables; a
 *     pointer that ends in {@code #} asks for the number of elements
 * @param settles true if the tour waits before it until all that earlier steps caused has happened
 */
record Step(
        String title,
        List<String> setup,
        Call call,
        int expected,
        Map<String, String> takes,
        Map<String, String> shows,
        boolean settles) {

    Step {
        setup = List.copyOf(setup);
        takes = new LinkedHashMap<>(takes);
        shows = new LinkedHashMap<>(shows);
    }

    static Step of(String title, Call call, int expected) {
        return new Step(title, List.of(), call, expected, Map.of(), Map.of(), false);
    }

    Step taking(String... variablesAndMembers) {
        var more = new LinkedHashMap<String, String>();
        for (int i = 0; i < variablesAndMembers.length; i += 2) {
            more.put(variablesAndMembers[i], variablesAndMembers[i + 1]);
        }
        return new Step(title, setup, call, expected, more, shows, settles);
    }

    Step after(String... commands) {
        return new Step(title, List.of(commands), call, expected, takes, shows, settles);
    }

    Step whenSettled() {
        return new Step(title, setup, call, expected, takes, shows, true);
    }

    Step showing(String pointer, String value) {
        var more = new LinkedHashMap<>(shows);
        more.put(pointer, value);
        return new Step(title, setup, call, expected, takes, more, settles);
    }

    /** What is wrong with an answer; empty if nothing is. */
    Optional<String> wrong(Exchange exchange, Map<String, String> variables) {
        if (exchange.status() != expected) {
            return Optional.of("It must be answered with status " + expected);
        }
        var body = Json.parse(exchange.body()).orElseGet(Json::object);
        return shows.entrySet().stream()
                .filter(each -> !shown(body, each.getKey()).equals(Call.fill(each.getValue(), variables)))
                .map(each -> "It must show %s at %s, not %s"
                        .formatted(each.getValue(), each.getKey(), shown(body, each.getKey())))
                .findFirst();
    }

    private static String shown(JsonNode body, String pointer) {
        return pointer.endsWith("#")
                ? Integer.toString(
                        body.at(pointer.substring(0, pointer.length() - 1)).size())
                : body.at(pointer).asText();
    }
}
