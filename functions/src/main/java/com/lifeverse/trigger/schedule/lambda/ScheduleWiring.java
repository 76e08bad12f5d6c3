package com.lifeverse.trigger.schedule.lambda;

import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.trigger.publish.aws.DynamoPublications;
import com.lifeverse.trigger.schedule.ScheduleKeeper;
import com.lifeverse.trigger.schedule.SchedulePolicy;
import com.lifeverse.trigger.schedule.ScheduleRules;
import com.lifeverse.trigger.schedule.aws.DynamoLedger;
import com.lifeverse.trigger.schedule.aws.PublishedSchedules;
import com.lifeverse.trigger.schedule.aws.ScheduleFile;
import com.lifeverse.trigger.schedule.aws.StepFunctionsRuns;
import java.util.Map;
import java.util.TreeMap;

/** What both functions are made of. */
record ScheduleWiring(PublishedSchedules published, DynamoLedger ledger, ScheduleKeeper keeper, SchedulePolicy policy) {
    /** What to start, by the workflows' names, as {@code occasion=arn:… other=arn:…}. */
    private static final String WORKFLOWS = "SCHEDULED_WORKFLOWS";

    static ScheduleWiring of(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "TRIGGERS_TABLE", WORKFLOWS);
        var table = settings.text("TRIGGERS_TABLE");
        var policy = settings.policy(SchedulePolicy.class);
        var ledger = new DynamoLedger(runtime.aws().dynamoDb(), table, runtime.clock(), policy.keeps());
        var runs = new StepFunctionsRuns(
                runtime.aws().stepFunctions(), workflows(settings.text(WORKFLOWS)), runtime.clock());
        return new ScheduleWiring(
                new PublishedSchedules(new DynamoPublications(runtime.aws().dynamoDb(), table)),
                ledger,
                new ScheduleKeeper(ledger, runs, new ScheduleRules(policy), ScheduleFile::known),
                policy);
    }

    private static Map<String, String> workflows(String setting) {
        var workflows = new TreeMap<String, String>();
        for (var each : setting.split(" ", -1)) {
            workflows.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
        }
        return workflows;
    }
}
