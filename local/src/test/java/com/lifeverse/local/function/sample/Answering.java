package com.lifeverse.local.function.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Answers the text of its setting ANSWER. */
public final class Answering implements RequestStreamHandler {
    private final String answer;

    public Answering(LambdaRuntime runtime) {
        this.answer = runtime.environment().getOrDefault("ANSWER", "");
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        output.write(answer.getBytes(StandardCharsets.UTF_8));
    }
}
