package com.lifeverse.liveops.participation.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.lambda.Fields;
import com.lifeverse.platform.lambda.HttpRequest;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What players ask for. */
final class ParticipationRequests {
    private static final int LIMIT = 1024;
    private static final int MOST_TIERS = 50;
    private static final Pattern OFFSET = Pattern.compile("[+-][0-9]{2}:[0-9]{2}");
    private static final Pattern OCCURRENCE =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?");
    private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);
    private static final ZoneOffset LATEST = ZoneOffset.ofHours(-12);

    private ParticipationRequests() {}

    /** A claim of one tier. */
    record Claim(LocalDateTime occurrence, int tier) {}

    /** Whose token it is. */
    static String caller(HttpRequest request) {
        return request.claim("sub")
                .orElseThrow(() -> new IllegalStateException("The gateway let a token without a player pass"));
    }

    /** How the caller's clocks go. */
    static ZoneOffset offset(HttpRequest request) {
        var fields = Fields.of(request.body(LIMIT)).only("utcOffset");
        var text = fields.text("utcOffset", OFFSET);
        var offset = OFFSET.matcher(text).matches() ? read(text) : Optional.<ZoneOffset>empty();
        if (offset.isEmpty() && OFFSET.matcher(text).matches()) {
            fields.violate("utcOffset", "must be -12:00 to +14:00");
        }
        fields.check();
        return offset.orElse(ZoneOffset.UTC);
    }

    static Claim claim(HttpRequest request) {
        var fields = Fields.of(request.body(LIMIT)).only("occurrence", "tier");
        var text = fields.text("occurrence", OCCURRENCE);
        int tier = (int) fields.number("tier", 1, MOST_TIERS);
        fields.check();
        return new Claim(occurrence(text, "/occurrence"), tier);
    }

    /** The occurrence that the query names. */
    static Optional<LocalDateTime> occurrence(HttpRequest request) {
        return request.queryParameter("occurrence").map(text -> occurrence(text, "/occurrence"));
    }

    private static LocalDateTime occurrence(String text, String pointer) {
        try {
            if (OCCURRENCE.matcher(text).matches()) {
                return LocalDateTime.parse(text);
            }
        } catch (DateTimeException e) {
            // Told below.
        }
        throw new Refused(
                Problem.INVALID_REQUEST,
                "See the violations: each names a place in the body.",
                List.of(new Violation(pointer, "must be an occurrence's start, such as 2026-12-04T18:00")));
    }

    private static Optional<ZoneOffset> read(String text) {
        try {
            var offset = ZoneOffset.of(text);
            boolean onEarth = offset.getTotalSeconds() <= EARLIEST.getTotalSeconds()
                    && offset.getTotalSeconds() >= LATEST.getTotalSeconds();
            return onEarth ? Optional.of(offset) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
