package com.lifeverse.liveops.timeline.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.lifeverse.liveops.timeline.KeyChain;
import com.lifeverse.liveops.timeline.KeyChain.Link;
import com.lifeverse.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;

/** A chain of keys as the value of a secret: JSON, or the random text that the secret was made with, which is the first key's. */
public final class KeyChainSecret {
    private final SecretsManagerClient secrets;
    private final String secret;

    /** A chain, and the version of the secret that it was read from. */
    public record Stored(KeyChain chain, String version) {}

    public KeyChainSecret(SecretsManagerClient secrets, String secret) {
        this.secrets = secrets;
        this.secret = secret;
    }

    public Stored read() {
        var value = secrets.getSecretValue(request -> request.secretId(secret));
        return new Stored(chain(value.secretString()), value.versionId());
    }

    /** False if somebody else has replaced that version: then theirs is as good. */
    public boolean write(KeyChain chain, String replaces) {
        try {
            // Who replaces one version writes the next under one name, so that two cannot both.
            var token = UUID.nameUUIDFromBytes(("after " + replaces).getBytes(StandardCharsets.UTF_8));
            secrets.putSecretValue(request -> request.secretId(secret)
                    .clientRequestToken(token.toString())
                    .secretString(text(chain)));
            return true;
        } catch (ResourceExistsException _) {
            return false;
        }
    }

    static KeyChain chain(String text) {
        if (!text.startsWith("{")) {
            return new KeyChain(List.of(new Link(text, Instant.EPOCH, Optional.empty())));
        }
        try {
            var links = new ArrayList<Link>();
            for (var link : Json.read(text).path("links")) {
                links.add(new Link(
                        link.path("secret").asText(),
                        Instant.parse(link.path("validFrom").asText()),
                        Optional.of(link.path("validUntil").asText())
                                .filter(until -> !until.isEmpty())
                                .map(Instant::parse)));
            }
            return new KeyChain(links);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The secret of timelines is neither text nor JSON", e);
        }
    }

    static String text(KeyChain chain) {
        var json = Json.object();
        var links = json.putArray("links");
        chain.links().forEach(link -> {
            var node = links.addObject()
                    .put("secret", link.secret())
                    .put("validFrom", link.validFrom().toString());
            link.validUntil().ifPresent(until -> node.put("validUntil", until.toString()));
        });
        return json.toString();
    }
}
