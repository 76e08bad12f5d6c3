package com.lifeverse.platform.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * What all functions of ours begin with. Each call is known as one, to its log lines. A rehearsal, which a deployment sends to a
 * new version before anybody else may call it, is answered here: that it is answered at all shows that the code is whole, that it
 * starts, and that its wiring found every setting. It does nothing else, whatever the function is for.
 */
public abstract class Handler implements RequestStreamHandler {
    /** The whole event of a rehearsal; no service that calls functions sends the like. */
    public static final String REHEARSAL = "{\"rehearsal\":\"lifeverse\"}";

    private static final byte[] EVENT = REHEARSAL.getBytes(UTF_8);
    private static final byte[] READY = "{\"ready\":true}".getBytes(UTF_8);

    private final Calls calls = Calls.of(getClass());

    /** Does what the function is for. */
    protected abstract void handle(InputStream input, OutputStream output, Call call) throws IOException;

    @Override
    public final void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        var event = input.readAllBytes();
        if (Arrays.equals(event, EVENT)) {
            output.write(READY);
        } else {
            try {
                handle(new ByteArrayInputStream(event), output, calls.next(context));
            } finally {
                calls.end();
            }
        }
    }
}
