package com.lifeverse.local.workflow.language;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names that an expression mentions, so that only those are handed to it: most expressions look at one or two things
 * of all that they could see.
 *
 * @param variables the names after a dollar sign
 * @param ofStates the members of {@code $states} that it can look at
 */
record Mentioned(Set<String> variables, Set<String> ofStates) {
    static final Set<String> STATES = Set.of("input", "result", "errorOutput", "context");

    private static final Pattern NAME =
            Pattern.compile("\\$([\\p{L}\\p{Nl}_][\\p{L}\\p{Nl}\\p{Mn}\\p{Mc}\\p{Nd}\\p{Pc}]*)");
    private static final Pattern MEMBER = Pattern.compile("\\$states(?:\\.(input|result|errorOutput|context)\\b)?");

    static Mentioned in(String expression) {
        var variables = new HashSet<String>();
        NAME.matcher(expression).results().forEach(name -> variables.add(name.group(1)));
        var members = new HashSet<String>();
        MEMBER.matcher(expression).results().forEach(member -> {
            if (member.group(1) == null) {
                members.addAll(STATES);
            } else {
                members.add(member.group(1));
            }
        });
        return new Mentioned(Set.copyOf(variables), Set.copyOf(members));
    }
}
