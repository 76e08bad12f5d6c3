package com.lifeverse.session.live;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/**
 * Names one command. Each conditional write stores it, so a command whose reply got lost finds its own write again; and the
 * next write can demand that nobody wrote in between.
 *
 * @param text 22 characters; the item that holds it is small
 */
public record CommandId(String text) {
    public static CommandId of(UUID id) {
        var bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return new CommandId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
