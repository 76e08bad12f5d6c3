package com.lifeverse.trigger.lint.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.json.ShippedFiles;
import com.lifeverse.trigger.lint.Extent;
import com.lifeverse.trigger.lint.Surroundings;
import com.lifeverse.trigger.match.aws.PatternFault;
import com.lifeverse.trigger.match.aws.Reach;
import com.lifeverse.trigger.match.aws.Room;
import com.lifeverse.trigger.profile.aws.ProfileFile;
import com.lifeverse.trigger.spec.aws.DeclaredFields;
import com.lifeverse.trigger.spec.aws.EventTypes;
import com.lifeverse.trigger.spec.aws.Resources;
import com.lifeverse.trigger.webhook.aws.DestinationFiles;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What triggers are held against: the event types, workflows, destinations, labels, teams and runbooks that come with the code, and AWS's matcher. */
public final class Shipped {
    private Shipped() {}

    public static Surroundings surroundings() {
        var types = new EventTypes();
        return new Surroundings(
                names("labels"),
                name -> types.find(name).map(EventTypes.Known::type),
                (type, payload) -> faults(types, type, payload),
                PatternFault::of,
                new WorkflowTypes()::find,
                name -> new DestinationFiles().find(name).isPresent(),
                ProfileFile.shipped(),
                names("teams"),
                runbook -> ShippedFiles.text("/" + runbook).isPresent(),
                (type, patterns) ->
                        types.find(type).flatMap(known -> Reach.contradiction(patterns, type, known.form())),
                (type, when, field) -> types.find(type)
                        .map(known -> Room.of(type, when, field, known.form()))
                        .orElse(Extent.UNKNOWN),
                (type, field) -> types.find(type)
                        .filter(known -> DeclaredFields.has(known.form(), field))
                        .isPresent());
    }

    private static List<Violation> faults(EventTypes types, String type, Map<String, Object> payload) {
        return types.find(type)
                .map(known -> known.payload().violations(Json.mapper().valueToTree(payload)))
                .orElse(List.of());
    }

    private static Set<String> names(String list) {
        try {
            var names = new TreeSet<String>();
            Resources.yaml(Resources.required("/events/taxonomy.yaml"))
                    .path(list)
                    .fieldNames()
                    .forEachRemaining(names::add);
            return names;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The taxonomy cannot be read", e);
        }
    }
}
