package com.lifeverse.local.push;

import com.lifeverse.platform.runtime.IdSource;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/** Names of requests and connections in the form that the gateway gives them: base64 of eleven bytes. */
final class RequestId {
    private static final int BYTES = 11;

    private RequestId() {}

    static String of(IdSource ids) {
        var id = ids.next();
        var bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getLeastSignificantBits())
                .putLong(id.getMostSignificantBits())
                .array();
        return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, BYTES));
    }
}
