package com.lifeverse.local.workflow.machine;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names one attempt of a task to whoever shall say how it ended. Its text is opaque to them. */
public record TaskToken(String executionArn, long strand, long attempt) {
    private static final Pattern PARTS = Pattern.compile("(.+)#(\\d+)#(\\d+)");

    /** The text that is handed out. */
    public String text() {
        var parts = executionArn + "#" + strand + "#" + attempt;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(parts.getBytes(StandardCharsets.UTF_8));
    }

    /** The token that {@code text} is; empty if it is none. */
    public static Optional<TaskToken> of(String text) {
        try {
            var parts = PARTS.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
            return parts.matches()
                    ? Optional.of(new TaskToken(
                            parts.group(1), Long.parseLong(parts.group(2)), Long.parseLong(parts.group(3))))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            // That a text is no token is an answer: the caller is told so.
            return Optional.empty();
        }
    }
}
