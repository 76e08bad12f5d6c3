package com.lifeverse.liveops.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The signed sheets of one place.
 *
 * @param sheets in the order of their moments
 */
public record Bundle(List<Signed> sheets) {
    /**
     * A sheet as clients get it.
     *
     * @param body to the byte what was signed
     * @param signature a detached JWS
     */
    public record Signed(Instant from, String body, String signature) {}

    public Bundle {
        sheets = List.copyOf(sheets);
    }

    /** The number of the sheet that holds at that moment; empty if none does yet. */
    public Optional<Integer> at(Instant now) {
        int last = -1;
        for (int number = 0; number < sheets.size(); number++) {
            if (!now.isBefore(sheets.get(number).from())) {
                last = number;
            }
        }
        return last < 0 ? Optional.empty() : Optional.of(last);
    }
}
