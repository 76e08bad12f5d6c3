package com.lifeverse.trigger.lambda;

import com.lifeverse.platform.aws.PlayerDataPart;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.trigger.aws.DynamoTraces;
import com.lifeverse.trigger.replay.NotedErasures;
import com.lifeverse.trigger.replay.aws.DynamoErasedPlayers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What triggers and the ledger keep of a player: counted, erased and exported. */
public final class TriggerDataFunction extends Handler {
    private final PlayerDataPart part;

    public TriggerDataFunction() {
        this(LambdaRuntime.onAws());
    }

    public TriggerDataFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "TRIGGERS_TABLE", "EXPORT_BUCKET");
        var dynamo = runtime.aws().dynamoDb();
        var table = settings.text("TRIGGERS_TABLE");
        var data = new NotedErasures(
                new DynamoTraces(dynamo, table), new DynamoErasedPlayers(dynamo, table), runtime.clock());
        this.part = new PlayerDataPart("triggers", data, runtime.aws().s3(), settings.text("EXPORT_BUCKET"));
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        output.write(part.answer(input));
    }
}
