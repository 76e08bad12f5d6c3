package com.lifeverse.liveops.timeline.lambda;

import com.lifeverse.liveops.timeline.KeyChain;
import com.lifeverse.liveops.timeline.LiveopsPolicy;
import com.lifeverse.liveops.timeline.aws.KeyChainSecret;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.Log;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;

/**
 * Each day, looks whether the key of timelines has signed long enough; if so, adds the one that follows. Nothing else has to be done at any
 * moment: keys come and go by the times that they have. Doing it twice changes nothing.
 */
public final class TimelineKeyFunction extends Handler {
    private static final int SECRET_BYTES = 48;

    private final InstantSource clock;
    private final KeyChainSecret secret;
    private final LiveopsPolicy policy;
    private final SecureRandom random = new SecureRandom();

    public TimelineKeyFunction() {
        this(LambdaRuntime.onAws());
    }

    public TimelineKeyFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "TIMELINE_SECRET");
        this.clock = runtime.clock();
        this.secret = new KeyChainSecret(runtime.aws().secretsManager(), settings.text("TIMELINE_SECRET"));
        this.policy = settings.policy(LiveopsPolicy.class);
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        var stored = secret.read();
        var now = clock.instant();
        if (stored.chain().isDue(now)) {
            KeyChain next = stored.chain().followedBy(fresh(), now, policy.life());
            boolean written = secret.write(next, stored.version());
            Log.info(
                    call,
                    "timeline-key-follows",
                    next.links().getLast().validFrom().toString(),
                    Json.object()
                            .put("written", written)
                            .put("keys", next.links().size()));
        }
        output.write("{}".getBytes(StandardCharsets.UTF_8));
    }

    private String fresh() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
