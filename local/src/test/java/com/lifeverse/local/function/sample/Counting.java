package com.lifeverse.local.function.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers its setting GREETING and how often its class has been called. */
public final class Counting implements RequestStreamHandler {
    private static final AtomicInteger CALLS = new AtomicInteger();

    private final LambdaRuntime runtime;

    public Counting(LambdaRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        System.out.println("called as " + context.getFunctionName());
        var answer = "{\"greeting\":\"%s\",\"calls\":%d,\"function\":\"%s\"}"
                .formatted(
                        runtime.environment().getOrDefault("GREETING", ""),
                        CALLS.incrementAndGet(),
                        runtime.environment().getOrDefault("AWS_LAMBDA_FUNCTION_NAME", ""));
        output.write(answer.getBytes(StandardCharsets.UTF_8));
    }
}
