package com.lifeverse.local.workflow.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Caller;

/** The bus as {@code events:putEvents} sees it. */
@FunctionalInterface
public interface EventSink {
    /**
     * Puts entries as PutEvents takes them: {@code Detail} is JSON text, {@code EventBusName} a name or an ARN.
     *
     * @param entries a JSON array
     * @return the response, {@code {FailedEntryCount, Entries: [{EventId} or {ErrorCode, ErrorMessage}]}}
     * @throws software.amazon.awssdk.awscore.exception.AwsServiceException if the whole call is refused
     */
    JsonNode put(Caller caller, JsonNode entries);
}
