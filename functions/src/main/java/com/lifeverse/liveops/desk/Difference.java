package com.lifeverse.liveops.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One place where two documents differ.
 *
 * @param pointer a JSON Pointer
 * @param before empty if there was nothing
 * @param after empty if there is nothing any more
 */
public record Difference(String pointer, Optional<Object> before, Optional<Object> after) {
    /** All places, in the order of their names. Lists are compared as a whole: what moved in them is not told apart. */
    public static List<Difference> between(Map<String, ?> before, Map<String, ?> after) {
        var found = new ArrayList<Difference>();
        compare("", before, after, found);
        return found;
    }

    private static void compare(String pointer, Map<?, ?> before, Map<?, ?> after, List<Difference> found) {
        var names = new TreeSet<String>();
        before.keySet().forEach(name -> names.add((String) name));
        after.keySet().forEach(name -> names.add((String) name));
        for (var name : names) {
            var place = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            compare(place, before.get(name), after.get(name), found);
        }
    }

    private static void compare(String place, @Nullable Object one, @Nullable Object other, List<Difference> found) {
        if (one instanceof Map<?, ?> was && other instanceof Map<?, ?> is) {
            compare(place, was, is, found);
        } else if (!Objects.equals(one, other)) {
            found.add(new Difference(place, Optional.ofNullable(one), Optional.ofNullable(other)));
        }
    }
}
