package com.lifeverse.local.wire;

import com.lifeverse.local.kernel.Json;
import java.util.Map;

/** A refusal that a service words down to its headers, as those do that once spoke another protocol. */
public final class JsonRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;
    private final transient Map<String, String> headers;

    /**
     * A refusal.
     *
     * @param type the error with its name space
     */
    public JsonRefusal(int status, String type, String message, Map<String, String> headers) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
        this.headers = Map.copyOf(headers);
    }

    /** True if it is an error of that type. */
    public boolean isOf(String wanted) {
        return type.equals(wanted);
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    String document() {
        return Json.text(Json.object().put("__type", type).put("message", getMessage()));
    }
}
