package com.lifeverse.cdk.stack;

import com.lifeverse.cdk.construct.ContextTable;
import com.lifeverse.cdk.construct.Deployment;
import com.lifeverse.cdk.construct.Grant;
import com.lifeverse.cdk.construct.LifeVerseFunction;
import com.lifeverse.cdk.contract.RouteTable.Answer;
import com.lifeverse.session.preference.lambda.PreferenceFunction;
import com.lifeverse.session.presence.lambda.PresenceFunction;
import com.lifeverse.session.social.lambda.SocialFunction;
import java.util.List;
import software.constructs.Construct;

/** What players say of themselves and of each other: preferences, presence, friends and blocks. */
public final class SocialStack extends StageStack {
    private final LifeVerseFunction preferences;
    private final LifeVerseFunction social;
    private final LifeVerseFunction presence;

    public SocialStack(Construct app, Deployment deployment, GroupStack.Known known) {
        super(app, deployment, "social", "Preferences, presence, friends and blocks");
        var live = known.live();
        var players = known.players();
        this.preferences = fenced(
                        LifeVerseFunction.running(PreferenceFunction.class, "Keeps players' preferences."), live)
                .with("PLAYERS_TABLE", players.name())
                .may(Grant.of("dynamodb:GetItem", "dynamodb:PutItem").on(players.arn()))
                .in(this, deployment);
        this.social = fenced(LifeVerseFunction.running(SocialFunction.class, "Keeps friends and blocks."), live)
                .with("PLAYERS_TABLE", players.name())
                .may(Grant.of(
                                "dynamodb:BatchGetItem",
                                "dynamodb:Query",
                                "dynamodb:PutItem",
                                "dynamodb:DeleteItem",
                                "dynamodb:ConditionCheckItem")
                        .on(players.arn()))
                // Counts how often a player asks for friendship.
                .with("QUEUE_TABLE", known.line().name())
                .may(Grant.of("dynamodb:UpdateItem").on(known.line().arn()))
                .in(this, deployment);
        this.presence = presence(deployment, live, known.notices(), players);
    }

    /** Whoever changes something must have a session that is alive. */
    private static LifeVerseFunction.Plan fenced(LifeVerseFunction.Plan plan, ContextTable live) {
        return plan.with("LIVE_TABLE", live.name())
                .may(Grant.of("dynamodb:GetItem").on(live.arn()));
    }

    private LifeVerseFunction presence(
            Deployment deployment, ContextTable live, ContextTable notices, ContextTable players) {
        return fenced(LifeVerseFunction.running(PresenceFunction.class, "Says who is online."), live)
                .with("NOTICES_TABLE", notices.name())
                .with("PLAYERS_TABLE", players.name())
                .may(Grant.of("dynamodb:BatchGetItem").on(live.arn(), notices.arn(), players.arn()))
                .may(Grant.of("dynamodb:UpdateItem").on(notices.arn()))
                .in(this, deployment);
    }

    /** Which operations the functions here answer. */
    public List<Answer<LifeVerseFunction>> answers() {
        return List.of(
                new Answer<>("readPreferences", preferences),
                new Answer<>("savePreferences", preferences),
                new Answer<>("sayPresence", presence),
                new Answer<>("readPresence", presence),
                new Answer<>("listFriends", social),
                new Answer<>("listFriendRequests", social),
                new Answer<>("befriend", social),
                new Answer<>("unfriend", social),
                new Answer<>("listBlocks", social),
                new Answer<>("block", social),
                new Answer<>("unblock", social));
    }
}
