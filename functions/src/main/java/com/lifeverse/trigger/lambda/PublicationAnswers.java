package com.lifeverse.trigger.lambda;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.publish.Changes;
import com.lifeverse.trigger.publish.Publication;
import com.lifeverse.trigger.publish.Publishing.InForce;
import com.lifeverse.trigger.publish.aws.StageChanges;
import com.lifeverse.trigger.publish.aws.Submission;
import java.util.List;

/** What staff are told of publications. */
final class PublicationAnswers {
    private PublicationAnswers() {}

    static ObjectNode plan(InForce now, Submission submission, Changes changes) {
        var inForce = now.publication();
        var json = Json.object()
                .put("base", inForce.revision())
                .put("publication", inForce.number())
                .put("revision", submission.draft().revision());
        json.set("changes", changes(changes));
        var stages = json.putArray("stages");
        StageChanges.between(now.draft(), submission.draft())
                .forEach(change -> stages.addObject()
                        .put("trigger", change.trigger())
                        .put("before", change.before())
                        .put("after", change.after()));
        json.set("findings", places(submission.findings()));
        json.set("warnings", places(submission.warnings()));
        return json;
    }

    private static ArrayNode places(List<Violation> violations) {
        var list = Json.mapper().createArrayNode();
        violations.forEach(violation ->
                list.addObject().put("pointer", violation.pointer()).put("message", violation.message()));
        return list;
    }

    static ObjectNode published(Publication publication, Changes changes) {
        var json = publication(publication);
        json.set("changes", changes(changes));
        return json;
    }

    static ObjectNode latest(Publication inForce, List<Publication> latest) {
        var json = Json.object();
        json.set("inForce", publication(inForce));
        var list = json.putArray("publications");
        latest.forEach(publication -> list.add(publication(publication)));
        return json;
    }

    private static ObjectNode publication(Publication publication) {
        var json = Json.object()
                .put("publication", publication.number())
                .put("revision", publication.revision())
                .put("by", publication.by())
                .put("at", publication.at().toString())
                .put("note", publication.note());
        publication.backTo().ifPresent(number -> json.put("backTo", number));
        return json;
    }

    private static ObjectNode changes(Changes changes) {
        var json = Json.object();
        json.set("added", Json.mapper().valueToTree(changes.added()));
        json.set("changed", Json.mapper().valueToTree(changes.changed()));
        json.set("removed", Json.mapper().valueToTree(changes.removed()));
        return json;
    }
}
