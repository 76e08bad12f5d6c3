package com.lifeverse.trigger.lambda;

import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.profile.ProfileKeeping;
import com.lifeverse.trigger.profile.ProfileKeeping.Heard;
import com.lifeverse.trigger.profile.aws.DynamoProfiles;
import com.lifeverse.trigger.profile.aws.ProfileFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * A task of workflows: puts a tag on a player's profile or counts something in it, once for each decision and tier, so that a workflow
 * may try as often as it likes within the horizon. A request that does not fit fails, and would fail again.
 */
public final class ProfileEffectFunction extends Handler {
    private final InstantSource clock;
    private final ProfileKeeping keeping;

    public ProfileEffectFunction() {
        this(LambdaRuntime.onAws());
    }

    public ProfileEffectFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "TRIGGERS_TABLE");
        clock = runtime.clock();
        var profiles = new DynamoProfiles(runtime.aws().dynamoDb(), settings.text("TRIGGERS_TABLE"));
        keeping = new ProfileKeeping(profiles, ProfileFile.shipped(), clock, settings.policy(TriggerPolicy.class));
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        var request = ProfileEffectRequest.read(Json.mapper().readTree(input));
        var heard = new Heard(Optional.of(request.cause(clock.instant())), Optional.of(request.news()));
        var known = keeping.keep(request.playerId(), List.of(heard)).getFirst();
        output.write(Json.mapper().writeValueAsBytes(Json.object().put("revision", known.revision())));
    }
}
