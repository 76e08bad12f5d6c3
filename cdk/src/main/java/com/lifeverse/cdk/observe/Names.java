package com.lifeverse.cdk.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awscdk.CfnResource;

/** What operators call a resource: where it stands in its stack, without the last words, which only say what kind it is. */
final class Names {
    private static final Set<String> KINDS =
            Set.copyOf(List.of("Resource", "Function", "Queue", "Table", "Machine", "Rule", "Mapping"));

    private Names() {}

    /** As in {@code HistoryQueue DeadLetters}; unique among resources of a kind in a stack. */
    static String of(CfnResource resource) {
        var stack = resource.getStack().getNode().getPath();
        var words = new ArrayList<>(List.of(
                resource.getNode().getPath().substring(stack.length() + 1).split("/", -1)));
        while (words.size() > 1 && KINDS.contains(words.getLast())) {
            words.removeLast();
        }
        return String.join(" ", words);
    }
}
