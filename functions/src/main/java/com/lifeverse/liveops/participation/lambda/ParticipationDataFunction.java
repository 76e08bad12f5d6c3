package com.lifeverse.liveops.participation.lambda;

import com.lifeverse.liveops.participation.aws.DynamoFootprints;
import com.lifeverse.platform.aws.PlayerDataPart;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What live events keep of a player: counted, erased and exported. */
public final class ParticipationDataFunction extends Handler {
    private final PlayerDataPart part;

    public ParticipationDataFunction() {
        this(LambdaRuntime.onAws());
    }

    public ParticipationDataFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "PARTICIPATIONS_TABLE", "EXPORT_BUCKET");
        this.part = new PlayerDataPart(
                "participations",
                new DynamoFootprints(runtime.aws().dynamoDb(), settings.text("PARTICIPATIONS_TABLE")),
                runtime.aws().s3(),
                settings.text("EXPORT_BUCKET"));
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        output.write(part.answer(input));
    }
}
