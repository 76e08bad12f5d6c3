package com.lifeverse.local.workflow.language;

import java.util.Optional;

/**
 * One thing for which a definition is refused.
 *
 * @param code what kind of thing, in AWS's words
 * @param location its place, elements of lists in brackets; empty for the definition as a whole
 */
public record Problem(String code, String message, Optional<String> location) {
    @Override
    public String toString() {
        return code + ": " + message + " at " + location.orElse("null");
    }
}
