package com.lifeverse.session.census.lambda;

import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.MetricLine;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.aws.DynamoLiveSessions;
import com.lifeverse.session.census.AtOnce;
import com.lifeverse.session.census.Census;
import com.lifeverse.session.census.CensusPolicy;
import com.lifeverse.session.census.Segment;
import com.lifeverse.session.census.aws.DynamoRegister;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * Runs the census of one segment, each minute: what comes of it goes to the log as metrics, which add up over the segments. It is
 * fed from a queue, {@code {"segment": 3}}, and one run is enough for all that has gathered there.
 */
public final class CensusFunction extends Handler {
    private final LambdaRuntime runtime;
    private final Census census;
    private final CensusPolicy policy;

    public CensusFunction() {
        this(LambdaRuntime.onAws(), Executors.newVirtualThreadPerTaskExecutor());
    }

    /** Does one thing after another: in virtual time, a run must be the same each time. */
    public CensusFunction(LambdaRuntime runtime) {
        this(runtime, Runnable::run);
    }

    private CensusFunction(LambdaRuntime runtime, Executor executor) {
        var settings = Settings.require(runtime.environment(), "LIVE_TABLE", "PLAYERS_TABLE");
        var dynamoDb = runtime.aws().dynamoDb();
        var live = settings.text("LIVE_TABLE");
        this.runtime = runtime;
        this.policy = settings.policy(CensusPolicy.class);
        this.census = new Census(
                new DynamoRegister(dynamoDb, live, settings.text("PLAYERS_TABLE")),
                new DynamoLiveSessions(dynamoDb, live),
                settings.policy(SessionPolicy.class),
                policy,
                new AtOnce(executor));
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        for (var segment : asked(input)) {
            var done = census.run(segment, runtime.ids()::next, runtime.clock());
            done.ifPresent(sweep -> CensusMetrics.lines(sweep).forEach(MetricLine::write));
        }
        output.write("{}".getBytes(StandardCharsets.UTF_8));
    }

    /** The segments of these messages, each once. One of a segment that there is no more, from before a deployment, asks for nothing. */
    private SortedSet<Segment> asked(InputStream input) throws IOException {
        var segments = new TreeSet<>(Comparator.comparingInt(Segment::number));
        for (var record : Json.mapper().readTree(input).path("Records")) {
            int number =
                    Json.read(record.path("body").asText("{}")).path("segment").asInt();
            if (number < policy.segments()) {
                segments.add(new Segment(number, policy.segments()));
            }
        }
        return segments;
    }
}
