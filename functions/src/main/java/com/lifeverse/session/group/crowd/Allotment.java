package com.lifeverse.session.group.crowd;

/**
 * How many seats a section may fill.
 *
 * @param turn counts how often the section has lent seats; what was allotted in an earlier turn counts no more
 */
public record Allotment(int seats, long turn) {
    public Allotment {
        if (seats < 0 || turn < 0) {
            throw new IllegalArgumentException("a section has no less than no seats and turns");
        }
    }

    /** What is left once {@code lent} of them are others'. */
    public Allotment lending(int lent) {
        return new Allotment(seats - lent, turn + 1);
    }
}
