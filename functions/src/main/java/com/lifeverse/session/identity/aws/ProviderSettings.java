package com.lifeverse.session.identity.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.session.identity.IdentityProvider;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Reads the configured providers: a JSON list of {@code {name, issuer, audiences, keys, algorithms}}. */
public final class ProviderSettings {
    private ProviderSettings() {}

    /**
     * The providers.
     *
     * @throws IllegalStateException if it is not such a list, naming what is wrong
     */
    public static List<IdentityProvider> read(String json) {
        var providers = new ArrayList<IdentityProvider>();
        try {
            for (var each : Json.read(json)) {
                providers.add(new IdentityProvider(
                        each.path("name").asText(),
                        each.path("issuer").asText(),
                        texts(each.path("audiences")),
                        URI.create(each.path("keys").asText()),
                        texts(each.path("algorithms"))));
            }
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IllegalStateException("The identity providers are not configured right: " + e.getMessage(), e);
        }
        return providers;
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }
}
