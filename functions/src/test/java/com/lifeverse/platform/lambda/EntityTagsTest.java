package com.lifeverse.platform.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class EntityTagsTest {
    @Test
    void aTagIsKnownInAListOrWeaklyOrWhereAnyOneIs() throws IOException {
        assertThat(knows("\"7\"")).isTrue();
        assertThat(knows("W/\"7\"")).isTrue();
        assertThat(knows("\"6\", W/\"7\"")).isTrue();
        assertThat(knows("*")).isTrue();
    }

    @Test
    void anotherTagIsNot() throws IOException {
        assertThat(knows("\"6\"")).isFalse();
        assertThat(knows("7")).isFalse();
        assertThat(EntityTags.knows(request("{}"), "\"7\"")).isFalse();
    }

    private static boolean knows(String header) throws IOException {
        var event = Json.object();
        event.putObject("headers").put("if-none-match", header);
        return EntityTags.knows(request(event.toString()), "\"7\"");
    }

    private static HttpRequest request(String event) throws IOException {
        return HttpRequest.read(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)));
    }
}
