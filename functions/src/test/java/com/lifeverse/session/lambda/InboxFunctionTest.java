package com.lifeverse.session.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.json.Json;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("adapters")
final class InboxFunctionTest {
    private final SessionSurroundings surroundings = new SessionSurroundings();
    private final InboxFunction function = new InboxFunction(surroundings.runtime());

    @Test
    void whatIsNoEventComesBackAndEndsAmongTheDeadLetters() throws IOException {
        var batch = Json.object();
        var records = batch.putArray("Records");
        records.addObject().put("messageId", "m-1").put("body", "not json");
        records.addObject().put("messageId", "m-2").put("body", "{\"detail\": {\"type\": \"match.ended.v1\"}}");

        var answer = surroundings.invoke(function, batch);

        assertThat(answer.toString())
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-1\"},{\"itemIdentifier\":\"m-2\"}]}");
        assertThat(surroundings.log()).hasSize(2);
    }
}
