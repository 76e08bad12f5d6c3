package com.lifeverse.local.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Caller;
import java.util.Optional;

/** A service that the port speaks for in JSON itself, since no SDK client of it is here. */
public interface JsonService {
    /** The name that requests to it are signed for. */
    String signedFor();

    /**
     * Performs an operation and returns its response; empty if there is no operation of that name.
     *
     * @throws software.amazon.awssdk.awscore.exception.AwsServiceException if it is refused
     */
    Optional<JsonNode> call(String operation, JsonNode request, Caller caller);
}
