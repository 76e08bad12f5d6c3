package com.lifeverse.local.function.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.io.InputStream;
import java.io.OutputStream;

/** Fails each time. */
public final class Failing implements RequestStreamHandler {
    /** Needs nothing of its surroundings. */
    public Failing(LambdaRuntime runtime) {}

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        throw new IllegalStateException("the lantern is out");
    }
}
