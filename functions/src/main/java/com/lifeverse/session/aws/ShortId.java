package com.lifeverse.session.aws;

import com.lifeverse.session.live.CommandId;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;

/** A session's id in 22 characters instead of 40: the item pays for each in every write. */
final class ShortId {
    private static final String PREFIX = "ses_";
    private static final Pattern WHOLE = Pattern.compile("ses_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private ShortId() {}

    /** What is not of that form stays as it is; it is nobody's. */
    static String of(String sessionId) {
        return WHOLE.matcher(sessionId).matches()
                ? CommandId.of(UUID.fromString(sessionId.substring(PREFIX.length())))
                        .text()
                : sessionId;
    }

    static String session(String shortId) {
        if (shortId.startsWith(PREFIX)) {
            return shortId;
        }
        var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(shortId));
        return PREFIX + new UUID(bytes.getLong(), bytes.getLong());
    }
}
