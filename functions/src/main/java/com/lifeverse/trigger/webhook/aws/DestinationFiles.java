package com.lifeverse.trigger.webhook.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.json.ShippedFiles;
import com.lifeverse.trigger.webhook.Destination;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.regex.Pattern;

/** Destinations as {@code triggers/webhooks/NAME.yaml} states them; they come with the code, so that each has been reviewed. */
public final class DestinationFiles {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** The destination of that name; empty if nobody has entered it. */
    public Optional<Destination> find(String name) {
        return NAME.matcher(name).matches() ? file(name) : Optional.empty();
    }

    private static Optional<Destination> file(String name) {
        return ShippedFiles.text("/triggers/webhooks/" + name + ".yaml").map(text -> read(name, text));
    }

    /**
     * Reads a file.
     *
     * @throws IllegalStateException if it does not name itself, or a place that nothing may be sent to
     */
    static Destination read(String name, String text) {
        var file = yaml(name, text);
        if (!file.path("webhook").asText().equals(name)) {
            throw new IllegalStateException("The file of the webhook " + name + " names another");
        }
        var urls = new LinkedHashMap<String, URI>();
        file.path("url").properties().forEach(entry -> {
            var url = URI.create(entry.getValue().asText());
            Destination.entryFault(url).ifPresent(fault -> {
                throw new IllegalStateException(
                        "The url of the webhook %s on %s %s".formatted(name, entry.getKey(), fault));
            });
            urls.put(entry.getKey(), url);
        });
        return new Destination(name, urls);
    }

    private static JsonNode yaml(String name, String text) {
        try {
            return ShippedFiles.yaml(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The file of the webhook " + name + " cannot be read", e);
        }
    }
}
