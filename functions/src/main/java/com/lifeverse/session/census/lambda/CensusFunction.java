package com.lifeverse.session.census.lambda;

import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.aws.DynamoLiveSessions;
import com.lifeverse.session.census.Census;
import com.lifeverse.session.census.CensusPolicy;
import com.lifeverse.session.census.aws.DynamoRegister;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Runs the census, each minute: what comes of it goes to the log as metrics. It is fed from a queue, and one run is enough
 * for all that has gathered there.
 */
public final class CensusFunction extends Handler {
    private final LambdaRuntime runtime;
    private final Census census;

    public CensusFunction() {
        this(LambdaRuntime.onAws());
    }

    public CensusFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "LIVE_TABLE", "PLAYERS_TABLE");
        var dynamoDb = runtime.aws().dynamoDb();
        var live = settings.text("LIVE_TABLE");
        this.runtime = runtime;
        this.census = new Census(
                new DynamoRegister(dynamoDb, live, settings.text("PLAYERS_TABLE")),
                new DynamoLiveSessions(dynamoDb, live),
                SessionPolicy.standard(),
                CensusPolicy.standard());
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        var done = census.run(runtime.ids()::next, runtime.clock());
        var now = Instant.ofEpochMilli(runtime.clock().millis());
        done.ifPresent(sweep -> CensusMetrics.lines(sweep, now).forEach(line -> line.write(call)));
        output.write("{}".getBytes(StandardCharsets.UTF_8));
    }
}
