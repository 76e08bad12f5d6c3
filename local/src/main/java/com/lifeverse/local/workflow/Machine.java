package com.lifeverse.local.workflow;

import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.workflow.language.Definition;
import com.lifeverse.local.workflow.machine.Limits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One revision of a state machine. An execution keeps the revision that it started with.
 *
 * @param definition the text of its definition, substitutions made
 */
public record Machine(String name, Kind kind, String roleArn, String definition) {
    /** How executions are kept and named. */
    public enum Kind {
        STANDARD,
        EXPRESS
    }

    public String arn() {
        return Cloud.arn("states", "stateMachine:" + name);
    }

    /** The same for the same machine and content, so that nothing changes from run to run while the template does not. */
    public String revisionId() {
        var content = String.join("\n", name, kind.name(), roleArn, definition);
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The ARN of an execution; Express ones have a part that makes each start another one. */
    String executionArn(String execution, UUID unique) {
        return switch (kind) {
            case STANDARD -> Cloud.arn("states", "execution:" + name + ":" + execution);
            case EXPRESS -> Cloud.arn("states", "express:" + name + ":" + execution + ":" + unique);
        };
    }

    /** When an execution that starts {@code at} times out; null if never. */
    @Nullable
    Instant deadline(Definition read, Instant at) {
        Optional<Duration> express = kind == Kind.EXPRESS ? Optional.of(Limits.EXPRESS) : Optional.empty();
        return Stream.concat(read.timeout().stream(), express.stream())
                .min(Comparator.naturalOrder())
                .map(at::plus)
                .orElse(null);
    }
}
