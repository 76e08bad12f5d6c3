package com.lifeverse.trigger.lambda;

import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.trigger.GrantLedger;
import com.lifeverse.trigger.GrantLedger.Recorded;
import com.lifeverse.trigger.aws.DynamoGrantLedger;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;

/**
 * A task of workflows: enters a grant into the ledger, once. Asked again it answers the same grant id, so a workflow may try
 * as often as it likes. A request that does not fit fails, and would fail again.
 */
public final class GrantFunction extends Handler {
    private final InstantSource clock;
    private final GrantLedger ledger;

    public GrantFunction() {
        this(LambdaRuntime.onAws());
    }

    public GrantFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "TRIGGERS_TABLE");
        clock = runtime.clock();
        ledger = new DynamoGrantLedger(runtime.aws().dynamoDb(), settings.text("TRIGGERS_TABLE"));
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        var request = GrantRequest.read(Json.mapper().readTree(input));
        var now = clock.instant();
        var recorded = ledger.record(request.grant(), request.grant().told(request.cause(now), now));
        var outcome = switch (recorded) {
            case Recorded.Granted _ -> "granted";
            case Recorded.AlreadyGranted _ -> "already-granted";
        };
        var answer = Json.object().put("outcome", outcome).put("grantId", recorded.grantId());
        output.write(Json.mapper().writeValueAsBytes(answer));
    }
}
