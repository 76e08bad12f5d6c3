package com.lifeverse.session.queue;

import java.util.Arrays;

/**
 * Where one waits. Each lane has a share of every second's places; what one does not use, the others get.
 *
 * @see Admission
 */
public enum Lane {
    /** Players who were in a session minutes ago. */
    RECONNECTING("r", 5),
    /** Players whom the title gives precedence. */
    VIP("v", 3),
    STANDARD("s", 4);

    private final String code;
    private final int share;

    Lane(String code, int share) {
        this.code = code;
        this.share = share;
    }

    /** One letter, in tickets and in the table. */
    public String code() {
        return code;
    }

    /** How many of the places, in proportion to the others' shares; never none, so that no lane starves another. */
    public int share() {
        return share;
    }

    /**
     * The lane of that letter.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Lane of(String code) {
        return Arrays.stream(values())
                .filter(lane -> lane.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No lane has the code " + code));
    }
}
