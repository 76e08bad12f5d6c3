package com.lifeverse.local.assembly;

import java.util.List;
import java.util.stream.Collectors;

/** The assembly declares types that the local stack does not know: all of them at once, none skipped. */
public final class UnknownResourceTypes extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** One such declaration. */
    public record Unknown(String type, String logicalId, String stack) {}

    UnknownResourceTypes(List<Unknown> unknown) {
        super(unknown.stream()
                .map(each -> "%s (%s of stack %s)".formatted(each.type(), each.logicalId(), each.stack()))
                .collect(Collectors.joining(", ", "No local meaning is known of: ", "")));
    }
}
