package com.lifeverse.trigger.letter.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.ShippedFiles;
import com.lifeverse.platform.schema.Rfc3339;
import com.lifeverse.platform.schema.Schema;
import com.lifeverse.trigger.EventType;
import com.lifeverse.trigger.run.aws.Masked;
import com.lifeverse.trigger.spec.aws.EventTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a corrected event may say: the envelope's form, its type's schema, and in each member of the envelope and of the payload what it said
 * before, unless something was wrong there, or staff have corrected it since it was last handed back. Whose it is, when it happened, which
 * happening it is and what happened is for those to say who tell events; who corrects a letter mends what nobody could read.
 */
record EventForms(EventTypes types) {
    private static final String FORM = "/com/lifeverse/trigger/letter/aws/envelope.schema.json";
    private static final Schema ENVELOPE =
            ShippedFiles.schema(FORM).orElseThrow(() -> new IllegalStateException("The code comes without " + FORM));
    private static final String PAYLOAD = "payload";
    private static final String TYPE = "type";

    /**
     * What is wrong, by pointers into the event.
     *
     * @param before as the letter has it; anything but an object where it was not readable
     * @param corrected where staff have corrected it before, so that they may again
     */
    List<Violation> faults(JsonNode before, JsonNode after, List<String> corrected) {
        var faults = new ArrayList<>(form(after));
        // It came from a credential once, and nobody here has that.
        if (before.path("producer").isTextual()) {
            stay("/producer", before, after, faults);
        }
        if (faults.isEmpty() && before.isObject()) {
            var open = new ArrayList<>(corrected);
            wrong(before, after).stream().map(Violation::pointer).forEach(open::add);
            names(before, after).stream()
                    .filter(name -> !name.equals(PAYLOAD))
                    .forEach(name -> keep("/" + name, open, before, after, faults));
            names(before.path(PAYLOAD), after.path(PAYLOAD))
                    .forEach(name -> keep("/" + PAYLOAD + "/" + name, open, before, after, faults));
        }
        return faults;
    }

    /** Whether the engine could make anything of it. */
    boolean isSound(JsonNode event) {
        return form(event).isEmpty();
    }

    private List<Violation> form(JsonNode event) {
        var faults = new ArrayList<>(ENVELOPE.violations(event));
        if (faults.isEmpty()) {
            faults.addAll(typed(event, event.path(TYPE).asText()));
        }
        return faults;
    }

    /** What was wrong before, all of it. Where nobody knows the type, its payload is held against the one that is said now. */
    private List<Violation> wrong(JsonNode before, JsonNode after) {
        var faults = new ArrayList<>(ENVELOPE.violations(before));
        var type = before.path(TYPE).asText();
        faults.addAll(typed(
                before, types.find(type).isPresent() ? type : after.path(TYPE).asText()));
        return faults;
    }

    /** What is wrong with an event beyond its envelope, taken for one of this type. */
    private List<Violation> typed(JsonNode event, String type) {
        var faults = new ArrayList<Violation>();
        if (Rfc3339.parse(event.path("time").asText()).isEmpty()) {
            faults.add(new Violation("/time", "must be a time such as 2026-11-20T18:42:07Z (RFC 3339)"));
        }
        if (!type.endsWith(".v" + event.path("version").asInt())) {
            faults.add(new Violation("/version", "must be the one that the type's name ends in"));
        }
        if (types.find(event.path(TYPE).asText()).isEmpty()) {
            faults.add(new Violation("/type", "is not an event type"));
        }
        types.find(type).ifPresent(known -> known(known, event, faults));
        return faults;
    }

    private static void known(EventTypes.Known known, JsonNode event, List<Violation> faults) {
        if (!known.type().consumers().contains(EventType.TRIGGER_ENGINE)) {
            faults.add(new Violation("/type", "does not list trigger-engine as a consumer"));
        }
        if (!known.type().producers().contains(event.path("producer").asText())) {
            faults.add(new Violation(
                    "/producer",
                    "must be one of " + String.join(", ", known.type().producers())));
        }
        known.payload()
                .violations(event.path(PAYLOAD))
                .forEach(fault -> faults.add(new Violation("/" + PAYLOAD + fault.pointer(), fault.message())));
    }

    private static void keep(String place, List<String> open, JsonNode before, JsonNode after, List<Violation> faults) {
        if (open.stream().noneMatch(each -> isWithin(place, each) || isWithin(each, place))) {
            stay(place, before, after, faults);
        }
    }

    private static void stay(String place, JsonNode before, JsonNode after, List<Violation> faults) {
        var is = after.at(place);
        // What staff are not shown may be left out.
        if (!is.equals(before.at(place)) && !is.equals(Masked.without(before).at(place))) {
            faults.add(new Violation(
                    place, before.at(place).isMissingNode() ? "is not in the letter" : "must stay: it was sound"));
        }
    }

    private static boolean isWithin(String place, String other) {
        return place.equals(other) || place.startsWith(other + "/");
    }

    /** The members of both, as parts of pointers. */
    private static Set<String> names(JsonNode before, JsonNode after) {
        var names = new TreeSet<String>();
        for (var each : List.of(before, after)) {
            if (each instanceof ObjectNode object) {
                object.fieldNames()
                        .forEachRemaining(
                                name -> names.add(name.replace("~", "~0").replace("/", "~1")));
            }
        }
        return names;
    }
}
