package com.lifeverse.local.workflow.machine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an execution ended. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Ending(
        Status status, @Nullable JsonNode output, @Nullable Failure failure, Instant when) {}
