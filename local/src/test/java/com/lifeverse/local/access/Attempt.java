package com.lifeverse.local.access;

import java.util.Set;
import java.util.TreeSet;

/**
 * One try to reach what is somebody else's.
 *
 * @param refusals what it may be answered with
 */
record Attempt(Deed deed, Set<Integer> refusals) {
    /** One that is forbidden, or finds nothing. */
    static Attempt at(Deed deed) {
        return new Attempt(deed, new TreeSet<>(Set.of(403, 404)));
    }

    /** One that the contract answers in another way, in which it reaches nothing either. */
    Attempt orElse(int status) {
        var more = new TreeSet<>(refusals);
        more.add(status);
        return new Attempt(deed, more);
    }

    @Override
    public String toString() {
        return deed.toString();
    }
}
