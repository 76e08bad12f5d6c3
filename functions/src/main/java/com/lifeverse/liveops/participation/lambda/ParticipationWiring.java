package com.lifeverse.liveops.participation.lambda;

import com.lifeverse.liveops.desk.PublishedEvents;
import com.lifeverse.liveops.desk.aws.DynamoDefinitions;
import com.lifeverse.liveops.participation.Goals;
import com.lifeverse.liveops.participation.ParticipationDesk;
import com.lifeverse.liveops.participation.ParticipationPolicy;
import com.lifeverse.liveops.participation.Participations;
import com.lifeverse.liveops.participation.aws.DynamoGoals;
import com.lifeverse.liveops.participation.aws.DynamoParticipations;
import com.lifeverse.liveops.participation.aws.DynamoViewers;
import com.lifeverse.liveops.preview.aws.ProfilePatterns;
import com.lifeverse.liveops.timeline.LiveopsPolicy;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;

/** What the functions of participation have in common: {@code LIVE_EVENTS_TABLE} to look at, {@code PARTICIPATIONS_TABLE} to keep. */
record ParticipationWiring(ParticipationDesk desk, Participations participations, Goals goals, PublishedEvents events) {
    static ParticipationWiring of(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "LIVE_EVENTS_TABLE", "PARTICIPATIONS_TABLE");
        var dynamoDb = runtime.aws().dynamoDb();
        var table = settings.text("PARTICIPATIONS_TABLE");
        var participations = new DynamoParticipations(dynamoDb, table);
        var goals = new DynamoGoals(dynamoDb, table);
        return new ParticipationWiring(
                new ParticipationDesk(
                        participations,
                        goals,
                        new DynamoViewers(dynamoDb, table),
                        ProfilePatterns::matches,
                        settings.policy(ParticipationPolicy.class),
                        runtime.clock()),
                participations,
                goals,
                new PublishedEvents(
                        new DynamoDefinitions(dynamoDb, settings.text("LIVE_EVENTS_TABLE")),
                        runtime.clock(),
                        settings.policy(LiveopsPolicy.class).poll()));
    }
}
