package com.lifeverse.session.group;

/**
 * Which part of a group too large for one item is to be seen.
 *
 * @param section the only one whose members are shown
 * @param elsewhere seats that are not this section's to give away: others have them, taken or not
 */
public record Part(int section, int elsewhere) {
    public Part {
        if (section < 0 || elsewhere < 0) {
            throw new IllegalArgumentException("sections and seats are counted from 0");
        }
    }
}
