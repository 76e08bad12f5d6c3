package com.lifeverse.trigger.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.lambda.Fields;
import com.lifeverse.platform.schema.Rfc3339;
import com.lifeverse.trigger.profile.Attribute;
import com.lifeverse.trigger.profile.ProfileForm;
import com.lifeverse.trigger.profile.ProfileNews;
import com.lifeverse.trigger.profile.ProfileStep;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The body of {@code PATCH /v1/profiles/{playerId}}. */
final class ProfileRequest {
    /** How far a server's clock may be ahead of ours. */
    private static final Duration AHEAD = Duration.ofMinutes(5);
    /** How long a server that cannot reach us may keep what it knows. */
    private static final Duration BEHIND = Duration.ofHours(24);
    /** No tag lasts longer. */
    private static final Duration LONGEST = Duration.ofDays(400);

    private ProfileRequest() {}

    /**
     * Reads it.
     *
     * @throws Refused with everything that is wrong with it
     */
    static ProfileNews read(ObjectNode body, ProfileForm form, Instant now) {
        var known = Stream.concat(
                Stream.of("at", "tags"), Arrays.stream(Attribute.values()).map(Attribute::member));
        var fields = Fields.of(body).only(known.toArray(String[]::new));
        var at = fields.optionalTime("at").orElse(now).truncatedTo(ChronoUnit.MILLIS);
        if (at.isAfter(now.plus(AHEAD)) || at.isBefore(now.minus(BEHIND))) {
            fields.violate("at", "must be at most 5 minutes ahead and 24 hours behind");
        }
        var steps = new ArrayList<ProfileStep>();
        for (var attribute : Attribute.values()) {
            if (fields.has(attribute.member())) {
                said(attribute, body.path(attribute.member()), fields).ifPresent(steps::add);
            }
        }
        if (fields.has("tags")) {
            steps.addAll(tags(fields.object("tags"), form, at, now));
        }
        fields.check();
        // Nothing in it is counted, so that its name is of no account.
        return new ProfileNews(0, at, steps);
    }

    private static Optional<ProfileStep> said(Attribute attribute, JsonNode value, Fields fields) {
        boolean isNumber = attribute == Attribute.LEVEL;
        if ((isNumber ? !value.isIntegralNumber() : !value.isTextual()) || !attribute.takes(value.asText())) {
            fields.violate(
                    attribute.member(),
                    (isNumber ? "must be a number that matches " : "must match ") + attribute.form());
            return Optional.empty();
        }
        return Optional.of(new ProfileStep.Say(attribute, value.asText()));
    }

    private static List<ProfileStep> tags(Fields tags, ProfileForm form, Instant at, Instant now) {
        var steps = new ArrayList<ProfileStep>();
        for (var tag : tags.json().properties()) {
            if (!form.tags().contains(tag.getKey())) {
                tags.violate(tag.getKey(), "is not declared in events/profile.yaml");
            } else if (tag.getValue().isNull()) {
                steps.add(new ProfileStep.Mark(tag.getKey(), at));
            } else {
                var until = Rfc3339.parse(tag.getValue().asText()).filter(time -> !time.isAfter(now.plus(LONGEST)));
                if (until.isEmpty()) {
                    tags.violate(
                            tag.getKey(), "must be null or a time of the next 400 days, such as 2026-11-20T18:42:07Z");
                }
                until.ifPresent(
                        time -> steps.add(new ProfileStep.Mark(tag.getKey(), time.truncatedTo(ChronoUnit.MILLIS))));
            }
        }
        return steps;
    }
}
