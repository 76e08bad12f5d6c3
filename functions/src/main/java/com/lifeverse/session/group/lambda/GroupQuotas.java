package com.lifeverse.session.group.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.aws.DynamoAllowances;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.RateLimit;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.QuotaPolicy;
import com.lifeverse.session.Sha256;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a player may do so often with groups: make them and invite into them, for a write unit more each, and try join codes that no
 * group has. Who invites many gives out a join code instead.
 */
record GroupQuotas(RateLimit creations, RateLimit invitations, RateLimit wrongCodes) {
    /** For a function that has {@code QUEUE_TABLE}, and may get and update items of it. */
    static GroupQuotas of(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "QUEUE_TABLE");
        var allowances = new DynamoAllowances(runtime.aws().dynamoDb(), settings.text("QUEUE_TABLE"));
        var quotas = settings.policy(QuotaPolicy.class);
        return new GroupQuotas(
                new RateLimit(allowances, quotas.newGroups()),
                new RateLimit(allowances, quotas.invitations()),
                new RateLimit(allowances, quotas.wrongJoinCodes()));
    }

    /** Who asks again for a group that they made is answered, though they may make no more. */
    HttpResponse creating(
            String player, Instant now, Supplier<Optional<HttpResponse>> made, Supplier<HttpResponse> call) {
        return creations.within(who(player), now, made, call);
    }

    HttpResponse inviting(String player, Instant now, Supplier<HttpResponse> call) {
        return invitations.within(who(player), now, call);
    }

    HttpResponse tryingACode(String player, Instant now, Supplier<HttpResponse> call) {
        return wrongCodes.failing(Problem.JOIN_CODE_NOT_FOUND, who(player), now, call);
    }

    private static String who(String player) {
        return Sha256.brief("quota", player);
    }
}
