package com.lifeverse.local.function.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Answers what it is given. */
public final class Echo implements RequestStreamHandler {
    /** Needs nothing of its surroundings. */
    public Echo(LambdaRuntime runtime) {}

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        input.transferTo(output);
    }
}
