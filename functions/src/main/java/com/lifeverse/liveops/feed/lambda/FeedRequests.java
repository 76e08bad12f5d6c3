package com.lifeverse.liveops.feed.lambda;

import com.lifeverse.liveops.feed.FeedLink;
import com.lifeverse.platform.lambda.Fields;
import com.lifeverse.platform.lambda.HttpRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What calendar programs send, and what operators ask for. */
final class FeedRequests {
    private static final int BODY_LIMIT = 1024;
    private static final Pattern READER = Pattern.compile(FeedLink.READERS);

    private FeedRequests() {}

    /** The link that the request says it has; empty if it says none. */
    static Optional<FeedLink> link(HttpRequest request) {
        var reader = request.queryParameter("for")
                .filter(text -> READER.matcher(text).matches());
        return reader.flatMap(name ->
                request.queryParameter("until").flatMap(FeedRequests::day).map(until -> new FeedLink(name, until)));
    }

    /** The link that an operator asks for. */
    static FeedLink wanted(HttpRequest request, LocalDate today) {
        var body = Fields.of(request.body(BODY_LIMIT)).only("for", "days");
        var reader = body.text("for", READER);
        long days = body.number("days", 1, FeedLink.MOST_DAYS);
        body.check();
        return new FeedLink(reader, today.plusDays(days));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
