package com.lifeverse.trigger.profile.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.match.aws.TriggerIndex;
import com.lifeverse.trigger.profile.ProfileForm;
import com.lifeverse.trigger.profile.ProfileNews;
import com.lifeverse.trigger.profile.Projection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Finds what an event tells of its player, by the same matcher as triggers. Safe for use by several threads. */
public final class Projections {
    private final ProfileForm form;
    private final TriggerIndex index;

    public Projections(ProfileForm form) {
        this.form = form;
        var patterns = new TreeMap<String, String>();
        for (int at = 0; at < form.projections().size(); at++) {
            patterns.put(
                    Integer.toString(at), Json.write(form.projections().get(at).when()));
        }
        this.index = new TriggerIndex(patterns);
    }

    /**
     * What an event tells; empty if nothing.
     *
     * @param event the whole event as it stands on the bus
     * @throws JsonProcessingException if it is not JSON
     */
    public Optional<ProfileNews> of(String event) throws JsonProcessingException {
        var matching = matching(event);
        return matching.isEmpty() ? Optional.empty() : form.news(envelope(Json.read(event)), matching);
    }

    private List<Projection> matching(String event) throws JsonProcessingException {
        return index.matching(event).stream()
                .map(at -> form.projections().get(Integer.parseInt(at)))
                .toList();
    }

    private static Envelope envelope(JsonNode event) {
        return Envelopes.read(event.path("detail"));
    }
}
