package com.lifeverse.liveops.desk.lambda;

import com.lifeverse.liveops.desk.Batch;
import com.lifeverse.liveops.desk.Revision;
import com.lifeverse.liveops.event.Regions;
import com.lifeverse.liveops.event.aws.LiveEventFile;
import com.lifeverse.liveops.event.aws.LiveEventFile.Reading;
import com.lifeverse.liveops.event.aws.Vocabulary;
import com.lifeverse.liveops.lint.Finding;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Fields;
import com.lifeverse.platform.lambda.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What staff send about events. */
final class LiveEventRequests {
    private static final int EVENT_LIMIT = 16 * 1024;
    private static final int BODY_LIMIT = 4 * 1024;
    private static final int MOST_REVISIONS = 999_999;
    private static final Pattern WORDS = Pattern.compile("\\S(?:.{0,498}\\S)?");
    private static final Pattern REGION = Pattern.compile("[a-z-]{1,32}");
    private static final Pattern CURSOR = Pattern.compile("[1-9][0-9]{0,7}");
    private static final Pattern BATCH = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern VERSION = Pattern.compile("\"([0-9]{1,18})\"");

    private LiveEventRequests() {}

    /** The version that the change is based on; 0 for an event that is new. */
    static long version(HttpRequest request) {
        return seen(request)
                .orElseThrow(() -> new Refused(
                        Problem.PRECONDITION_REQUIRED,
                        "Send the ETag of what was read last as If-Match, \"0\" for a new event."));
    }

    /** The version that the change is based on; empty if it does not matter. */
    static OptionalLong seen(HttpRequest request) {
        var header = request.header("if-match");
        return header.isPresent() ? OptionalLong.of(version(header.get())) : OptionalLong.empty();
    }

    private static long version(String header) {
        var matcher = VERSION.matcher(header.strip());
        if (!matcher.matches()) {
            throw invalid(List.of(new Violation("If-Match", "must be the one ETag of what was read")));
        }
        return Long.parseLong(matcher.group(1));
    }

    /** An event without errors: one that has any changes nothing. */
    static Revision draft(HttpRequest request, String author, Instant now) {
        return switch (LiveEventFile.read(request.body(EVENT_LIMIT))) {
            case Reading.Faulty(var violations) -> throw invalid(violations);
            case Reading.Sound(var file) -> {
                var event = file.event();
                if (!event.id().equals(request.pathParameter("event"))) {
                    throw invalid(List.of(new Violation("/event", "must be the name in the path")));
                }
                var errors = Vocabulary.lint().findings(event, now).stream()
                        .filter(Finding::isError)
                        .toList();
                if (!errors.isEmpty()) {
                    throw invalid(DeskRefusals.violations(errors));
                }
                yield new Revision(0, author, now, event, Json.plain(file.document()));
            }
        };
    }

    /** The number of the revision that is meant. */
    static int revision(HttpRequest request) {
        var body = Fields.of(request.body(BODY_LIMIT)).only("revision");
        long revision = body.number("revision", 1, MOST_REVISIONS);
        body.check();
        return Math.toIntExact(revision);
    }

    /** A revision that is to be published, and with what. */
    record Publication(int revision, Optional<Batch> batch) {}

    /** The number of the revision that is to be published, and the batch that it is one of, or that it takes back. */
    static Publication publication(HttpRequest request) {
        var body = Fields.of(request.body(BODY_LIMIT)).only("revision", "batch", "takesBack");
        long revision = body.number("revision", 1, MOST_REVISIONS);
        var batch = body.optionalText("batch", BATCH).map(id -> new Batch(id, false));
        var back = body.optionalText("takesBack", BATCH).map(id -> new Batch(id, true));
        if (batch.isPresent() && back.isPresent()) {
            body.violate("takesBack", "must not be there beside batch");
        }
        body.check();
        return new Publication(Math.toIntExact(revision), batch.or(() -> back));
    }

    /**
     * A revision with what is said about it.
     *
     * @param words empty if nothing is
     */
    record About(int revision, String words) {}

    /** The number of the revision that is meant, and what is said about it under that name. */
    static About about(HttpRequest request, String name, boolean mustBe) {
        var body = Fields.of(request.body(BODY_LIMIT)).only("revision", name);
        long revision = body.number("revision", 1, MOST_REVISIONS);
        var words =
                mustBe ? body.text(name, WORDS) : body.optionalText(name, WORDS).orElse("");
        body.check();
        return new About(Math.toIntExact(revision), words);
    }

    /** The regions that are meant: all of them if none is named. */
    static SortedSet<String> regions(HttpRequest request) {
        var body = Fields.of(request.body(BODY_LIMIT)).only("regions");
        var regions = new TreeSet<>(Regions.NAMES);
        if (body.has("regions")) {
            var named = body.texts("regions", REGION, Regions.NAMES.size());
            if (!Regions.NAMES.containsAll(named) || named.isEmpty()) {
                body.violate("regions", "must be one or more of " + String.join(", ", Regions.NAMES));
            }
            regions.retainAll(named);
        }
        body.check();
        return regions;
    }

    /** Where the page of the log before ended; empty for the first. */
    static Optional<Long> cursor(HttpRequest request) {
        var cursor = request.queryParameter("cursor").filter(text -> !text.isEmpty());
        if (cursor.filter(text -> !CURSOR.matcher(text).matches()).isPresent()) {
            throw invalid(List.of(new Violation("cursor", "must be the cursor of a page of this log")));
        }
        return cursor.map(Long::valueOf);
    }

    private static Refused invalid(List<Violation> violations) {
        return new Refused(
                Problem.INVALID_REQUEST, "See the violations: each names a place in the request.", violations);
    }
}
