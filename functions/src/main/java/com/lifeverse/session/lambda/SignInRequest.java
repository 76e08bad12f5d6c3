package com.lifeverse.session.lambda;

import com.lifeverse.platform.lambda.Fields;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.session.Client;
import com.lifeverse.session.lambda.CredentialFields.Claimed;
import com.lifeverse.session.signin.Credential;
import com.lifeverse.session.signin.IdempotencyKey;
import com.lifeverse.session.signin.SignInCommand;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A sign-in as it was sent: body and Idempotency-Key.
 *
 * @param claimed who the caller says they are; not proved yet
 * @param resume the session that this device had
 * @param queueTicket where sign-ins queue
 */
record SignInRequest(
        Claimed claimed,
        Client client,
        Optional<IdempotencyKey> key,
        Optional<String> resume,
        Optional<String> queueTicket) {
    private static final int BODY_LIMIT = 8192;
    private static final Pattern SESSION = Pattern.compile("ses_[0-9a-f-]{36}");

    private static final Pattern TICKET = Pattern.compile("[A-Za-z0-9._-]{16,512}");

    static SignInRequest read(HttpRequest request) {
        var key = IdempotencyHeader.read(request);
        var body = Fields.of(request.body(BODY_LIMIT))
                .only("credential", "deviceId", "platform", "clientVersion", "region", "resume", "queueTicket");
        var claimed = CredentialFields.read(body.object("credential"));
        var device = body.has("deviceId") ? Optional.of(body.text("deviceId", 8, 128)) : claimed.deviceId();
        var client = ClientFields.read(body, device);
        var resume = body.optionalText("resume", SESSION);
        var ticket = body.optionalText("queueTicket", TICKET);
        body.check();
        return new SignInRequest(claimed, client.get(), key, resume, ticket);
    }

    /** The command, once the credential has been proved. */
    SignInCommand by(Credential credential) {
        return new SignInCommand(credential, client, key, resume);
    }
}
