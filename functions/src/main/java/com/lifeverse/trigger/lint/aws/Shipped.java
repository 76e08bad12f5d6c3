package com.lifeverse.trigger.lint.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.lint.Surroundings;
import com.lifeverse.trigger.match.aws.PatternFault;
import com.lifeverse.trigger.profile.aws.ProfileFile;
import com.lifeverse.trigger.spec.aws.EventTypes;
import com.lifeverse.trigger.spec.aws.Resources;
import com.lifeverse.trigger.webhook.aws.DestinationFiles;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What triggers are held against: the event types, workflows, destinations and labels that come with the code, and AWS's matcher. */
public final class Shipped {
    private Shipped() {}

    public static Surroundings surroundings() {
        var types = new EventTypes();
        return new Surroundings(
                labels(),
                name -> types.find(name).map(EventTypes.Known::type),
                (type, payload) -> faults(types, type, payload),
                PatternFault::of,
                new WorkflowTypes()::find,
                name -> new DestinationFiles().find(name).isPresent(),
                ProfileFile.shipped());
    }

    private static List<Violation> faults(EventTypes types, String type, Map<String, Object> payload) {
        return types.find(type)
                .map(known -> known.payload().violations(Json.mapper().valueToTree(payload)))
                .orElse(List.of());
    }

    private static Set<String> labels() {
        try {
            var labels = new TreeSet<String>();
            Resources.yaml(Resources.required("/events/taxonomy.yaml"))
                    .path("labels")
                    .fieldNames()
                    .forEachRemaining(labels::add);
            return labels;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The taxonomy cannot be read", e);
        }
    }
}
