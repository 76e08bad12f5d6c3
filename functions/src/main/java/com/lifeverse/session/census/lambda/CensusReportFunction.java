package com.lifeverse.session.census.lambda;

import com.lifeverse.platform.Prices;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.lambda.StaffCaller;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.census.CensusPolicy;
import com.lifeverse.session.census.Sweep;
import com.lifeverse.session.census.aws.DynamoRegister;
import java.util.Map;

/** {@code GET /v1/census}: the last sweep, for staff, with what it cost. */
public final class CensusReportFunction extends HttpFunction {
    private final DynamoRegister register;
    private final int segments;

    public CensusReportFunction() {
        this(LambdaRuntime.onAws());
    }

    public CensusReportFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "LIVE_TABLE", "PLAYERS_TABLE");
        this.segments = settings.policy(CensusPolicy.class).segments();
        this.register = new DynamoRegister(
                runtime.aws().dynamoDb(), settings.text("LIVE_TABLE"), settings.text("PLAYERS_TABLE"));
    }

    @Override
    protected HttpResponse answer(HttpRequest request) {
        StaffCaller.any(request);
        var sweep = register.last(segments)
                .orElseThrow(() -> new Refused(Problem.TEMPORARILY_UNAVAILABLE, "The first sweep has not begun."));
        var headers = Map.of("content-type", "application/json", "cache-control", "no-store");
        return new HttpResponse(200, headers, Json.write(json(sweep)));
    }

    private static Object json(Sweep sweep) {
        var tally = sweep.tally();
        var json = Json.object()
                .put("startedAt", sweep.startedAt().toString())
                .put("done", sweep.done())
                .put("players", tally.players())
                .put("sessions", tally.sessions())
                .put("leasesExpired", tally.ended());
        var cohorts = json.putArray("cohorts");
        tally.cohorts()
                .forEach((cohort, count) -> cohorts.addObject()
                        .put("region", cohort.region())
                        .put("platform", cohort.platform())
                        .put("clientVersion", cohort.version())
                        .put("players", count));
        double dollars = tally.readUnits() * Prices.TABLE_READ + tally.writeUnits() * Prices.TABLE_WRITE;
        json.putObject("cost")
                .put("pages", tally.pages())
                .put("readUnits", tally.readUnits())
                .put("writeUnits", tally.writeUnits())
                .put("usd", dollars);
        return json;
    }
}
