package com.lifeverse.session.handoff.lambda;

import com.lifeverse.platform.lambda.Fields;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.session.Client;
import com.lifeverse.session.lambda.ClientFields;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who wants the session of a code.
 *
 * @param code as it was typed; never printed
 */
record HandOffRequest(String code, Client client) {
    private static final int BODY_LIMIT = 2048;
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z -]{10,16}");

    static HandOffRequest read(HttpRequest request) {
        var body = Fields.of(request.body(BODY_LIMIT)).only("code", "deviceId", "platform", "clientVersion", "region");
        var code = body.text("code", CODE);
        var client = ClientFields.read(body, Optional.of(body.text("deviceId", 8, 128)));
        body.check();
        return new HandOffRequest(code, client.get());
    }

    @Override
    public String toString() {
        return "HandOffRequest[" + client + "]";
    }
}
