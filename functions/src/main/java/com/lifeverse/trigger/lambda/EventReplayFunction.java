package com.lifeverse.trigger.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.trigger.replay.ArchiveSpan;
import com.lifeverse.trigger.replay.ErasedPlayers;
import com.lifeverse.trigger.replay.ReplayPlace;
import com.lifeverse.trigger.replay.aws.ArchiveFiles;
import com.lifeverse.trigger.replay.aws.DynamoErasedPlayers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A part of the workflow {@code event-replay}: tells the engine archived events again, from a place on, for some minutes, and says how far it
 * came. Nobody else hears them, so nobody else does anything again; the engine knows what it has decided on within its horizon. Done
 * again it changes nothing.
 */
public final class EventReplayFunction extends Handler {
    /** Of the five minutes that it has. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** So that a run shows that it goes on, also where time stands still. */
    private static final int LINES = 50_000;

    private final InstantSource clock;
    private final ArchiveFiles archive;
    private final ErasedPlayers erased;
    private final TriggerEngineFunction engine;

    public EventReplayFunction() {
        this(LambdaRuntime.onAws());
    }

    public EventReplayFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "ARCHIVE_BUCKET", "TRIGGERS_TABLE");
        clock = runtime.clock();
        archive = new ArchiveFiles(runtime.aws().s3(), settings.text("ARCHIVE_BUCKET"));
        erased = new DynamoErasedPlayers(runtime.aws().dynamoDb(), settings.text("TRIGGERS_TABLE"));
        engine = new TriggerEngineFunction(runtime);
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        var asked = Json.mapper().readTree(input);
        var span = new ArchiveSpan(
                Instant.parse(asked.path("from").asText()),
                Instant.parse(asked.path("to").asText()),
                Duration.parse(asked.path("late").asText("PT24H")));
        var retelling = new Retelling(engine, erased, call, span, asked.path("filter"));
        output.write(Json.mapper().writeValueAsBytes(replay(asked, span, retelling)));
    }

    private JsonNode replay(JsonNode asked, ArchiveSpan span, Retelling retelling) throws IOException {
        var until = clock.instant().plus(PATIENCE);
        var after = ReplayPlace.of(asked.path("after").asText());
        var reached = new ReplayPlace[] {after};
        boolean done = archive.each(span, after, (line, behind) -> {
            retelling.add(line);
            reached[0] = behind;
            return retelling.read() < LINES
                    && (retelling.read() % 100 != 0 || clock.instant().isBefore(until));
        });
        retelling.end();
        return retelling.counts().put("after", reached[0].text()).put("done", done);
    }
}
