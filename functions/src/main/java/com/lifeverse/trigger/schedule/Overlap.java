package com.lifeverse.trigger.schedule;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a run whose time comes while another one of the same schedule has not ended. The six are Temporal's, and so is
 * what they mean.
 *
 * @see <a href="https://docs.temporal.io/schedule#overlap-policy">Temporal</a>
 */
public enum Overlap {
    /** It does not happen. */
    SKIP("skip"),
    /** The first that comes waits for the end, further ones do not happen. */
    BUFFER_ONE("buffer-one"),
    /** All of them wait and happen one after the other. */
    BUFFER_ALL("buffer-all"),
    /** The other one is asked to end, and it happens then. */
    CANCEL_OTHER("cancel-other"),
    /** The other one is ended, and it happens then. */
    TERMINATE_OTHER("terminate-other"),
    /** It happens beside the other. */
    ALLOW_ALL("allow-all");

    private final String slug;

    Overlap(String slug) {
        this.slug = slug;
    }

    /** As files and requests write it. */
    public String slug() {
        return slug;
    }

    public static Optional<Overlap> of(String slug) {
        return Arrays.stream(values()).filter(each -> each.slug.equals(slug)).findFirst();
    }

    public static List<String> slugs() {
        return Arrays.stream(values()).map(Overlap::slug).toList();
    }
}
