package com.lifeverse.local.simulate.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A machine as it is meant, and what must come of it: worked out from its parts, without the engine.
 *
 * @param fails whether it ends in a Fail
 */
record Plan(List<Part> parts, boolean fails) {
    static final String PLANNED = "Planned";

    Plan {
        parts = List.copyOf(parts);
    }

    /** What the trail says in the end. */
    String trail() {
        return trail(parts, new int[1]);
    }

    private static String trail(List<Part> parts, int[] counted) {
        var text = new StringBuilder();
        for (var part : parts) {
            text.append(' ').append(part.name()).append(said(part, counted));
        }
        return text.toString();
    }

    private static String said(Part part, int[] counted) {
        return switch (part) {
            case Part.Count _ -> "=" + ++counted[0];
            case Part.Choose _ -> counted[0] % 2 == 0 ? "even" : "odd";
            case Part.Refused _ -> "!";
            case Part.Asked asked -> asked.refused() ? "!" : "";
            case Part.Child child -> child.fails() ? "!" : "<" + Shapes.ERRAND.trail() + ">";
            case Part.Fork fork ->
                "("
                        + String.join(
                                "|",
                                fork.branches().stream()
                                        .map(branch -> trail(branch, counted))
                                        .toList()) + ")";
            case Part.Each each ->
                "("
                        + String.join(
                                "|",
                                succeeding(each)
                                        .mapToObj(_ -> trail(each.body(), counted))
                                        .toList())
                        + ")";
            case Part.Rest _, Part.Effect _, Part.Gate _ -> "";
        };
    }

    private static IntStream succeeding(Part.Each each) {
        return IntStream.range(0, each.items()).filter(item -> !each.failing().contains(item));
    }

    /** An effect that must have happened where an execution has passed, by the key that it leaves. */
    record Expected(String key, Part.Place place) {}

    /** The effects of an execution that went its whole way, begun with that path. */
    List<Expected> effects(String path) {
        return effects(parts, path).toList();
    }

    private static Stream<Expected> effects(List<Part> parts, String path) {
        return parts.stream().flatMap(part -> switch (part) {
            case Part.Effect effect -> Stream.of(new Expected(path + ":" + part.name(), effect.place()));
            case Part.Gate gate -> Stream.of(new Expected(path + ":" + gate.name(), Part.Place.TABLE));
            case Part.Fork fork -> fork.branches().stream().flatMap(branch -> effects(branch, path + fork.mark()));
            case Part.Each each ->
                succeeding(each).boxed().flatMap(item -> effects(each.body(), path + "." + each.name() + item));
            case Part.Count _, Part.Choose _, Part.Rest _, Part.Refused _, Part.Asked _, Part.Child _ -> Stream.of();
        });
    }

    /** True if something is cut and tried again as a whole. */
    boolean falls() {
        return all().stream().anyMatch(part -> part instanceof Part.Fork fork && fork.falls());
    }

    /** Every part, those inside others too. */
    List<Part> all() {
        var found = new ArrayList<Part>();
        parts.forEach(part -> add(part, found));
        return found;
    }

    private static void add(Part part, List<Part> found) {
        found.add(part);
        switch (part) {
            case Part.Fork fork -> fork.branches().forEach(branch -> branch.forEach(each -> add(each, found)));
            case Part.Each each -> each.body().forEach(inner -> add(inner, found));
            case Part.Count _,
                    Part.Choose _,
                    Part.Rest _,
                    Part.Effect _,
                    Part.Refused _,
                    Part.Gate _,
                    Part.Asked _,
                    Part.Child _ -> {}
        }
    }
}
