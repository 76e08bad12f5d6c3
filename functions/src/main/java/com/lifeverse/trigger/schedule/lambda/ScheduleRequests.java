package com.lifeverse.trigger.schedule.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.lambda.Fields;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.trigger.schedule.Overlap;
import com.lifeverse.trigger.schedule.Schedule;
import com.lifeverse.trigger.schedule.SchedulePolicy;
import com.lifeverse.trigger.schedule.ScheduleState.Backfill;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What staff send about schedules, checked. */
final class ScheduleRequests {
    private static final int BODY_LIMIT = 4 * 1024;
    private static final Pattern NOTE = Pattern.compile(".{1,500}");
    private static final Pattern KEY = Pattern.compile("\"[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]{1,64}\"");
    private static final Pattern CURSOR = Pattern.compile("run#[0-9TZ:.-]{20,30}(#run_[0-9a-f-]{36})?");

    private ScheduleRequests() {}

    /** How a run that is wanted now meets others; empty if as its schedule says. */
    static Optional<Overlap> run(HttpRequest request) {
        var fields = Fields.of(request.body(BODY_LIMIT)).only("overlap");
        var overlap = overlap(fields);
        fields.check();
        return overlap;
    }

    static Backfill backfill(HttpRequest request, Schedule schedule, SchedulePolicy policy, String by, Instant now) {
        var fields = Fields.of(request.body(BODY_LIMIT)).only("from", "to", "overlap");
        for (var name : List.of("from", "to")) {
            if (!fields.has(name)) {
                fields.violate(name, "is required");
            }
        }
        var from = fields.optionalTime("from").orElse(now);
        var to = fields.optionalTime("to").orElse(now);
        if (to.isAfter(now)) {
            fields.violate("to", "must have passed");
        } else if (from.isAfter(to)) {
            fields.violate("from", "must not be later than to");
        } else if (Duration.between(from, to).compareTo(policy.longestBackfill()) > 0) {
            fields.violate("from", "must be at most %s before to".formatted(policy.longestBackfill()));
        }
        var overlap = overlap(fields).orElse(schedule.overlap());
        fields.check();
        // Both ends belong to it.
        return new Backfill(from.minusMillis(1), to, overlap, by);
    }

    static String note(HttpRequest request) {
        var fields = Fields.of(request.body(BODY_LIMIT)).only("note");
        var note = fields.text("note", NOTE);
        fields.check();
        return note;
    }

    static String cursor(HttpRequest request) {
        var cursor = request.queryParameter("cursor").orElse("");
        if (!cursor.isEmpty() && !CURSOR.matcher(cursor).matches()) {
            throw HttpRequest.invalid("cursor", "must be the cursor of a page of these runs");
        }
        return cursor;
    }

    /** What makes a repetition of a request the same request. */
    static String key(HttpRequest request) {
        var key = request.header("Idempotency-Key")
                .orElseThrow(() -> new Refused(
                        Problem.IDEMPOTENCY_KEY_REQUIRED,
                        "Send a new one with each new request, and the same one with each repetition."));
        if (!KEY.matcher(key).matches()) {
            throw HttpRequest.invalid(
                    "Idempotency-Key", "must be a quoted string of 1 to 64 characters, such as \"8e03978e\"");
        }
        return key;
    }

    private static Optional<Overlap> overlap(Fields fields) {
        return fields.has("overlap") ? Overlap.of(fields.choice("overlap", Overlap.slugs())) : Optional.empty();
    }
}
