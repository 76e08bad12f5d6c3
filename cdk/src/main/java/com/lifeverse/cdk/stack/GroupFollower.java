package com.lifeverse.cdk.stack;

import com.lifeverse.cdk.construct.Bus;
import com.lifeverse.cdk.construct.ContextTable;
import com.lifeverse.cdk.construct.Deployment;
import com.lifeverse.cdk.construct.Grant;
import com.lifeverse.cdk.construct.LifeVerseFunction;
import com.lifeverse.cdk.construct.StreamFeed;
import com.lifeverse.session.group.lambda.GroupFollowerFunction;
import software.amazon.awscdk.Duration;
import software.constructs.Construct;

/** Follows the changes of groups, beside their outbox: the second and last reader of the table's stream. */
final class GroupFollower extends Construct {
    private static final String GROUPS =
            "{\"eventName\":[\"INSERT\",\"MODIFY\"],\"dynamodb\":{\"Keys\":{\"sk\":{\"S\":[\"group\",{\"prefix\":\"section#\"}]}}}}";

    GroupFollower(
            Construct scope,
            String id,
            Deployment deployment,
            ContextTable groups,
            ContextTable listings,
            GroupStack.Known known,
            Bus bus) {
        super(scope, id);
        var feed = new StreamFeed(this, groups);
        var function = feed.to(LifeVerseFunction.running(
                        GroupFollowerFunction.class, "Lists groups, tells their members and sets their timers."))
                .with("LISTINGS_TABLE", listings.name())
                .with("GROUPS_TABLE", groups.name())
                .with("NOTICES_TABLE", known.notices().name())
                .with("LIVE_TABLE", known.live().name())
                .with("PLAYERS_TABLE", known.players().name())
                .with("BUS", bus.name())
                // Who is there in groups is a part of their presence.
                .may(Grant.of("dynamodb:UpdateItem").on(known.notices().arn()))
                // Each new seat is held against the session that it was taken with, and what its player wishes.
                .may(Grant.of("dynamodb:GetItem").on(known.live().arn()))
                .may(Grant.of("dynamodb:GetItem").on(known.players().arn()))
                .may(Grant.of("dynamodb:PutItem", "dynamodb:DeleteItem").on(listings.arn()))
                // Who had a seat is kept, and whose session is over loses it; and of crowds: their sections are
                // counted, and they know when nobody is in them.
                .may(Grant.of(
                                "dynamodb:GetItem",
                                "dynamodb:Query",
                                "dynamodb:PutItem",
                                "dynamodb:UpdateItem",
                                "dynamodb:DeleteItem")
                        .on(groups.arn()))
                .may(bus.toPublish())
                .within(Duration.seconds(30))
                .in(this, deployment);
        feed.feed(function, GROUPS);
    }
}
