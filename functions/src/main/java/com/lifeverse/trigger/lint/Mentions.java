package com.lifeverse.trigger.lint;

import com.lifeverse.trigger.profile.Attribute;
import com.lifeverse.trigger.profile.ProfileDocument;
import com.lifeverse.trigger.profile.ProfileStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a pattern over profiles asks for. */
final class Mentions {
    private static final String TAGS = "tags";
    private static final String UNTAGGED = "untagged";
    private static final String COUNTERS = "counters";

    /**
     * One thing that it asks for.
     *
     * @param pointer its place in the trigger's file
     * @param name as {@link ProfileStep#name()}; without a name behind the dot where it may be any tag
     * @param operator what else than a literal it is, such as {@code anything-but}; empty for a literal
     */
    record Mention(String pointer, String name, String operator) {
        /** Whether it asks for what has this name. */
        boolean isOf(String changed) {
            return name.equals(changed) || (name.endsWith(".") && changed.startsWith(name));
        }

        /** Whether a profile can have such a thing at all. */
        boolean isKnown() {
            return name.contains(".") || Attribute.called(name).isPresent() || ProfileDocument.MEMBERS.contains(name);
        }
    }

    private Mentions() {}

    static List<Mention> of(Map<String, Object> pattern) {
        var found = new ArrayList<Mention>();
        visit(pattern, "/player", found);
        return found;
    }

    private static void visit(Map<?, ?> pattern, String pointer, List<Mention> found) {
        pattern.forEach((key, value) -> {
            var name = String.valueOf(key);
            var below = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            if (Alternatives.are(name, value) && value instanceof List<?> choices) {
                for (int at = 0; at < choices.size(); at++) {
                    if (choices.get(at) instanceof Map<?, ?> choice) {
                        visit(choice, below + "/" + at, found);
                    }
                }
            } else if (name.equals(COUNTERS) && value instanceof Map<?, ?> counters) {
                counters.forEach((counter, _) ->
                        found.add(new Mention(below + "/" + counter, ProfileStep.COUNTERS + counter, "")));
            } else if ((name.equals(TAGS) || name.equals(UNTAGGED)) && value instanceof List<?> tags) {
                for (int at = 0; at < tags.size(); at++) {
                    found.add(tag(tags.get(at), below + "/" + at));
                }
            } else {
                found.add(new Mention(below, name, ""));
            }
        });
    }

    private static Mention tag(Object tag, String pointer) {
        return tag instanceof Map<?, ?> operator
                ? new Mention(
                        pointer,
                        ProfileStep.TAGS,
                        operator.isEmpty()
                                ? ""
                                : String.valueOf(operator.keySet().iterator().next()))
                : new Mention(pointer, ProfileStep.TAGS + tag, "");
    }
}
