package com.lifeverse.liveops.capacity.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.liveops.capacity.CapacityPolicy;
import com.lifeverse.liveops.capacity.CapacityRules;
import com.lifeverse.liveops.capacity.Demand;
import com.lifeverse.liveops.capacity.Target;
import com.lifeverse.liveops.desk.Definitions;
import com.lifeverse.liveops.desk.EachEvent;
import com.lifeverse.liveops.desk.aws.DynamoDefinitions;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.Log;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;

/**
 * Says what has to stand ready at this moment, by the calendar of what players have: <code>{}</code> → <code>{factor, events, targets: [{target,
 * kind, instances, reads, writes}]}</code>, with {@code 0} for what needs no care. Changes nothing; a read unit for each 4 KB of what players have.
 */
public final class CapacityFunction extends Handler {
    private final InstantSource clock;
    private final Definitions definitions;
    private final CapacityPolicy policy;

    public CapacityFunction() {
        this(LambdaRuntime.onAws());
    }

    public CapacityFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "LIVE_EVENTS_TABLE");
        clock = runtime.clock();
        definitions = new DynamoDefinitions(runtime.aws().dynamoDb(), settings.text("LIVE_EVENTS_TABLE"));
        policy = settings.policy(CapacityPolicy.class);
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        var now = clock.instant();
        var events = CapacityRules.reckonable(definitions.catalogue(), now, policy, each(call));
        var demand = CapacityRules.demand(CapacityRules.needs(events, now, now.plusMillis(1), policy), now);
        output.write(Json.mapper().writeValueAsBytes(answer(demand)));
    }

    /** What cannot be reckoned asks for nothing, and is on the log. */
    static EachEvent each(Call call) {
        return new EachEvent((event, failure) -> Log.failure(call, Problem.UNEXPECTED, event, failure));
    }

    private ObjectNode answer(Demand demand) {
        var answer = Json.object().put("factor", demand.factor());
        var events = answer.putArray("events");
        demand.events().keySet().forEach(events::add);
        var targets = answer.putArray("targets");
        demand.targets(policy).forEach(target -> write(targets.addObject(), target));
        return answer;
    }

    /** All members of all kinds, so that a workflow can read each of each. */
    private static void write(ObjectNode node, Target target) {
        node.put("target", target.name());
        switch (target) {
            case Target.Function function ->
                node.put("kind", "function")
                        .put("instances", function.instances())
                        .put("reads", 0)
                        .put("writes", 0);
            case Target.Table table ->
                node.put("kind", "table")
                        .put("instances", 0)
                        .put("reads", table.reads())
                        .put("writes", table.writes());
        }
    }
}
