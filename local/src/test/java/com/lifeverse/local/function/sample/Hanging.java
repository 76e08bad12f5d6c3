package com.lifeverse.local.function.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.exception.AbortedException;

/** Hangs on {@code "hang"} and, when interrupted, tries to write to a table all the same; else answers its calls so far. */
public final class Hanging implements RequestStreamHandler {
    private static final AtomicInteger CALLS = new AtomicInteger();

    private final LambdaRuntime runtime;

    public Hanging(LambdaRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        int calls = CALLS.incrementAndGet();
        if (new String(input.readAllBytes(), StandardCharsets.UTF_8).contains("hang")) {
            hang(context);
        }
        output.write(Integer.toString(calls).getBytes(StandardCharsets.UTF_8));
    }

    private void hang(Context context) {
        var clients = runtime.aws();
        clients.dynamoDb().deleteItem(request -> request.tableName("before"));
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            try {
                clients.dynamoDb().deleteItem(request -> request.tableName("after"));
            } catch (AbortedException refused) {
                context.getLogger().log("refused");
            }
        }
    }
}
