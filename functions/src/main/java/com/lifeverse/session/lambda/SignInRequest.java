package com.lifeverse.session.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.lambda.Fields;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.session.signin.DeviceCredential;
import com.lifeverse.session.signin.IdempotencyKey;
import com.lifeverse.session.signin.SignInCommand;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the body and the Idempotency-Key of a sign-in. */
final class SignInRequest {
    private static final int BODY_LIMIT = 4096;
    private static final String KEY = "Idempotency-Key";

    private static final Pattern SESSION = Pattern.compile("ses_[0-9a-f-]{36}");

    private SignInRequest() {}

    static SignInCommand read(HttpRequest request) {
        var key = key(request);
        var body =
                Fields.of(request.body(BODY_LIMIT)).only("credential", "platform", "clientVersion", "region", "resume");
        var credential = body.object("credential").only("type", "deviceId", "secret");
        credential.choice("type", List.of("device"));
        var deviceId = credential.text("deviceId", 8, 128);
        var secret = credential.text("secret", 16, 128);
        var client = ClientFields.read(body, deviceId);
        var resume = body.optionalText("resume", SESSION);
        body.check();
        return new SignInCommand(new DeviceCredential(deviceId, secret), client.get(), key, resume);
    }

    private static Optional<IdempotencyKey> key(HttpRequest request) {
        var header = request.header(KEY);
        var key = header.flatMap(IdempotencyKey::parse);
        if (header.isPresent() && key.isEmpty()) {
            var violation = new Violation(KEY, "must be a quoted string of 1 to 64 characters, such as \"8e03978e\"");
            throw new Refused(Problem.INVALID_REQUEST, "The Idempotency-Key is malformed.", List.of(violation));
        }
        return key;
    }
}
