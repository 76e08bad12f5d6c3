package com.lifeverse.local.table.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;

/** Sets in the order in which DynamoDB answers them: text and binaries by their bytes, numbers by value. */
final class Ordered {
    private Ordered() {}

    /** {@code members} in order, unchanging; hand over a set that nobody changes any more. */
    static <T> Set<T> set(Set<T> members, Comparator<T> order) {
        if (members.size() < 2) {
            return Collections.unmodifiableSet(members);
        }
        var sorted = new ArrayList<>(members);
        sorted.sort(order);
        return Collections.unmodifiableSet(new LinkedHashSet<>(sorted));
    }
}
