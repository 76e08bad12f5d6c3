package com.lifeverse.trigger.letter.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.Violation;
import com.lifeverse.trigger.run.aws.Masked;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a corrected message to another system may say: to whom it goes, what it tells, and by which id the receiver knows a repeat, stays
 * as it was decided, for it is signed by us. Left over is what tells where the event came from.
 */
final class DeliveryForms {
    private static final List<String> STAYS = List.of("/destination", "/id", "/firing", "/event/playerId");

    /** What of the event decides how often it is handed on and what it counts for, where it has the right form. */
    private static final List<Stays> EVENT = List.of(
            new Stays("/event/eventGroupId", JsonNode::isTextual),
            new Stays("/event/hops", hops -> hops.canConvertToInt() && hops.asInt() >= 0),
            new Stays("/event/isReplay", JsonNode::isBoolean));

    private record Stays(String place, Predicate<JsonNode> sound) {}

    private DeliveryForms() {}

    /** What is wrong, by pointers into the input; {@code before} is missing where it was not readable. */
    static List<Violation> faults(JsonNode before, JsonNode after) {
        var faults = new ArrayList<Violation>();
        STAYS.forEach(place -> stay(place, before, after, faults));
        EVENT.stream()
                .filter(each -> each.sound().test(before.at(each.place())))
                .forEach(each -> stay(each.place(), before, after, faults));
        return faults;
    }

    private static void stay(String place, JsonNode before, JsonNode after, List<Violation> faults) {
        var was = before.at(place);
        if (was.isMissingNode()) {
            faults.add(
                    new Violation(place, "is nowhere in the letter: what nobody decided is given by a compensation"));
        } else if (!was.equals(after.at(place))
                && !Masked.without(before).at(place).equals(after.at(place))) {
            // What staff are not shown may be left out, and is not shown here either.
            faults.add(new Violation(place, "must stay " + Masked.without(was)));
        }
    }
}
