package com.lifeverse.local.tour;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One step of the tour.
 *
 * @param title what happens, in the words of the game
 * @param setup commands that are shown before the call, for a reader who types along; the tour has their effect already
 * @param call the request
 * @param expected the status that must come back
 * @param takes what is kept of the answer for later: variable name → member of the answer
 * @param settles true if the tour waits before it until all that earlier steps caused has happened
 */
record Step(String title, List<String> setup, Call call, int expected, Map<String, String> takes, boolean settles) {

    Step {
        setup = List.copyOf(setup);
        takes = new LinkedHashMap<>(takes);
    }

    static Step of(String title, Call call, int expected) {
        return new Step(title, List.of(), call, expected, Map.of(), false);
    }

    Step taking(String... variablesAndMembers) {
        var takes = new LinkedHashMap<String, String>();
        for (int i = 0; i < variablesAndMembers.length; i += 2) {
            takes.put(variablesAndMembers[i], variablesAndMembers[i + 1]);
        }
        return new Step(title, setup, call, expected, takes, settles);
    }

    Step after(String... commands) {
        return new Step(title, List.of(commands), call, expected, takes, settles);
    }

    Step whenSettled() {
        return new Step(title, setup, call, expected, takes, true);
    }
}
