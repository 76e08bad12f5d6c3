package com.lifeverse.trigger.spec.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Violation;
import java.util.List;

/**
 * Where a file says what its version that is to follow has at a place: below {@code next} what is said there, and else where the trigger itself
 * says it.
 */
public record NextPointers(ObjectNode document) {
    private static final String NEXT = "/next";

    /** The place in the file. */
    public String of(String pointer) {
        int end = pointer.indexOf('/', 1);
        var member = end < 0 ? pointer : pointer.substring(0, end);
        return member.isEmpty() || !document.at(NEXT + member).isMissingNode() ? NEXT + pointer : pointer;
    }

    /** The same findings at their places in the file. */
    public List<Violation> of(List<Violation> findings) {
        return findings.stream()
                .map(finding -> new Violation(of(finding.pointer()), finding.message()))
                .toList();
    }
}
