package com.lifeverse.session.conduct.lambda;

import com.lifeverse.platform.lambda.Fields;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.session.live.Ban;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** Reads the body of a ban. */
final class BanRequest {
    private static final int BODY_LIMIT = 1024;
    private static final Pattern REASON = Pattern.compile("[a-z0-9]{1,16}(-[a-z0-9]{1,16}){0,3}");

    private BanRequest() {}

    static Ban read(HttpRequest request, Instant now) {
        var body = Fields.of(request.body(BODY_LIMIT)).only("reason", "until");
        var reason = body.text("reason", REASON);
        var until = body.optionalTime("until").map(time -> time.truncatedTo(ChronoUnit.SECONDS));
        if (until.filter(time -> !time.isAfter(now)).isPresent()) {
            body.violate("until", "must be later than now");
        }
        body.check();
        return new Ban(reason, now.truncatedTo(ChronoUnit.SECONDS), until);
    }
}
