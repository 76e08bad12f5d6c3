package com.lifeverse.local.dryrun;

import java.io.IOException;
import java.util.function.Consumer;

/** Where events come from. */
@FunctionalInterface
public interface EventSource {
    /** Hands all lines to {@code taker}, in order, holding few of them at a time. */
    void each(Consumer<String> taker) throws IOException;
}
