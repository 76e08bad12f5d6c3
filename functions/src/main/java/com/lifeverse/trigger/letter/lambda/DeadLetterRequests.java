package com.lifeverse.trigger.letter.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Fields;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.trigger.letter.DeadLetter;
import com.lifeverse.trigger.run.aws.Masked;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What staff ask of dead letters. */
final class DeadLetterRequests {
    private static final int MOST_AT_ONCE = 25;
    private static final int PAGE = 50;
    private static final int LONGEST_PAGE = 100;
    private static final int MOST_EDITS = 1_000_000;
    private static final Pattern NOTE = Pattern.compile(".{0,500}");
    private static final Pattern ID =
            Pattern.compile("ltr_[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    private DeadLetterRequests() {}

    /** Which page. */
    record Page(Optional<String> behind, int limit) {
        static Page read(HttpRequest request) {
            int limit = request.limit(PAGE, LONGEST_PAGE);
            var cursor = request.queryParameter("cursor");
            if (cursor.filter(text -> !ID.matcher(text).matches()).isPresent()) {
                throw HttpRequest.invalid("cursor", "must be the cursor of a page");
            }
            return new Page(cursor, limit);
        }
    }

    /** A corrected input. */
    record Edit(long version, ObjectNode json, String note) {
        static Edit read(ObjectNode body) {
            var fields = Fields.of(body).only("version", "input", "note");
            long version = fields.number("version", 1, 1_000_000);
            var note = fields.optionalText("note", NOTE).orElse("");
            var input = body.path("input");
            if (!input.isObject()) {
                fields.violate("input", "must be an object");
            } else if (input.toString().contains(Masked.NOT_SHOWN)) {
                fields.violate("input", "has a member that was not shown; give its value");
            }
            fields.check();
            return new Edit(version, input instanceof ObjectNode object ? object : Json.object(), note);
        }

        String input() {
            return json.toString();
        }

        /** @throws Refused with what is wrong with the input */
        void sound(List<Violation> faults) {
            if (!faults.isEmpty()) {
                throw new Refused(
                        Problem.INVALID_REQUEST,
                        "Where it is handed back to, this would not be taken.",
                        faults.stream()
                                .map(fault -> new Violation("/input" + fault.pointer(), fault.message()))
                                .toList());
            }
        }
    }

    /**
     * Letters to hand back.
     *
     * @param edits how often each was corrected when they saw it, where they say so
     */
    record Redrive(List<String> letters, Map<String, Integer> edits, String note) {
        static Redrive read(ObjectNode body) {
            var fields = Fields.of(body).only("letters", "edits", "note");
            var letters = fields.texts("letters", ID, MOST_AT_ONCE);
            var note = fields.optionalText("note", NOTE).orElse("");
            if (body.path("letters").isArray() && body.path("letters").isEmpty()) {
                fields.violate("letters", "must have one at least");
            }
            fields.check();
            var twice = IntStream.range(0, letters.size())
                    .filter(at -> letters.subList(0, at).contains(letters.get(at)))
                    .mapToObj(at -> new Violation("/letters/" + at, "is in the list before"))
                    .toList();
            if (!twice.isEmpty()) {
                throw new Refused(
                        Problem.INVALID_REQUEST, "See the violations: each names a place in the body.", twice);
            }
            return new Redrive(letters, seen(fields, letters), note);
        }

        private static Map<String, Integer> seen(Fields fields, List<String> letters) {
            if (!fields.has("edits")) {
                return Map.of();
            }
            var edits = fields.object("edits").only(letters.toArray(String[]::new));
            var seen = letters.stream().filter(edits::has).collect(Collectors.toMap(letter -> letter, letter ->
                    (int) edits.number(letter, 0, MOST_EDITS)));
            fields.check();
            return seen;
        }

        OptionalInt seen(DeadLetter letter) {
            var times = edits.get(letter.id());
            return times == null ? OptionalInt.empty() : OptionalInt.of(times);
        }
    }
}
