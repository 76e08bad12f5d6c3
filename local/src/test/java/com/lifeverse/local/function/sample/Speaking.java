package com.lifeverse.local.function.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.io.InputStream;
import java.io.OutputStream;
import org.slf4j.LoggerFactory;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/** Says one thing by Powertools. */
public final class Speaking implements RequestStreamHandler {
    public Speaking(LambdaRuntime runtime) {}

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        PowertoolsLogging.initializeLogging(context);
        LoggerFactory.getLogger(Speaking.class).info("here");
        PowertoolsLogging.clearState(true);
    }
}
