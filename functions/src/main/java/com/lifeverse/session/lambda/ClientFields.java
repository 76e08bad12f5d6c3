package com.lifeverse.session.lambda;

import com.lifeverse.platform.lambda.Fields;
import com.lifeverse.session.Client;
import com.lifeverse.session.Platform;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads what a client says of itself: members platform, clientVersion and region. */
public final class ClientFields {
    private static final Pattern VERSION = Pattern.compile("(0|[1-9][0-9]{0,4})(\\.(0|[1-9][0-9]{0,4})){2}");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{2,16}");

    private ClientFields() {}

    /** The client, to be asked for once the body has been checked. */
    public static Supplier<Client> read(Fields body, Optional<String> deviceId) {
        var platform = body.choice("platform", Platform.texts());
        var version = body.text("clientVersion", VERSION);
        var region = body.optionalText("region", REGION);
        return () -> new Client(Platform.of(platform), version, region, deviceId.map(Client::deviceTag));
    }
}
