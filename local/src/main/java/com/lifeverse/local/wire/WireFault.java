package com.lifeverse.local.wire;

import com.lifeverse.local.wire.json.ResponseWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** A refusal of the port's own, before any operation runs. */
final class WireFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String type;
    private final String member;

    private WireFault(String type, String member, String message) {
        super(message, null, false, false);
        this.type = type;
        this.member = member;
    }

    /** AWS spells the message's member in two ways; this is the one that its request checks use. */
    static WireFault of(String code, String message) {
        return new WireFault(ErrorTypes.coral(code), "message", message);
    }

    /** The other spelling, which AWS's readers and policies use. */
    static WireFault capital(String code, String message) {
        return new WireFault(ErrorTypes.coral(code), "Message", message);
    }

    /** The error's name alone. */
    String code() {
        return type.substring(type.indexOf('#') + 1);
    }

    boolean isUnknown() {
        return code().equals("UnknownOperationException");
    }

    byte[] document() {
        var members = new LinkedHashMap<>(Map.of("__type", type));
        var message = String.valueOf(getMessage());
        if (!message.isEmpty()) {
            members.put(member, message);
        }
        return ResponseWriter.write(members);
    }
}
