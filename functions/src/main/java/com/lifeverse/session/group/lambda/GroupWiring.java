package com.lifeverse.session.group.lambda;

import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.group.Entrant;
import com.lifeverse.session.group.GroupPolicy;
import com.lifeverse.session.group.Hands;
import com.lifeverse.session.group.MemberTraits;
import com.lifeverse.session.group.aws.DynamoGroups;
import com.lifeverse.session.group.aws.DynamoJoinCodes;
import com.lifeverse.session.group.aws.DynamoMemberships;
import com.lifeverse.session.group.aws.PreferredTraits;
import com.lifeverse.session.group.aws.TemplateFiles;
import com.lifeverse.session.group.crowd.aws.DynamoCrowds;
import com.lifeverse.session.group.desk.GroupDesk;
import com.lifeverse.session.group.desk.JoinCodeDesk;
import com.lifeverse.session.group.desk.Memberships;
import com.lifeverse.session.group.desk.OpenGroup;
import com.lifeverse.session.group.desk.Standings;
import com.lifeverse.session.own.Bearer;
import com.lifeverse.session.own.OwnSession;
import com.lifeverse.session.preference.aws.DynamoPreferences;
import com.lifeverse.session.social.SocialPolicy;
import com.lifeverse.session.social.aws.DynamoSocialGraph;

/**
 * Puts together what the functions of groups ask.
 *
 * @param traits of players, from their preferences
 */
record GroupWiring(
        GroupDesk desk,
        OpenGroup opening,
        JoinCodeDesk codes,
        Memberships memberships,
        MemberTraits traits,
        Standings standings,
        GroupPolicy policy) {

    static GroupWiring of(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "GROUPS_TABLE", "PLAYERS_TABLE");
        var dynamoDb = runtime.aws().dynamoDb();
        var groups = settings.text("GROUPS_TABLE");
        var players = settings.text("PLAYERS_TABLE");
        var policy = settings.policy(GroupPolicy.class);
        var templates = new TemplateFiles();
        var memberships = new DynamoMemberships(dynamoDb, groups);
        var crowds = new DynamoCrowds(dynamoDb, groups);
        var desk = new GroupDesk(new DynamoGroups(dynamoDb, groups, templates), memberships, crowds, policy);
        return new GroupWiring(
                desk,
                new OpenGroup(desk, templates),
                new JoinCodeDesk(desk, new DynamoJoinCodes(dynamoDb, groups), policy),
                memberships,
                new PreferredTraits(new DynamoPreferences(dynamoDb, players)),
                new Standings(new DynamoSocialGraph(dynamoDb, players, settings.policy(SocialPolicy.class))),
                policy);
    }

    /** The bearer as one who comes in, with what a group must respect of them: one read unit. */
    Entrant entrant(Bearer bearer, Hands hands) {
        return new Entrant(bearer.playerId(), bearer.sessionId(), hands, traits.of(bearer.playerId()));
    }

    /** In whose hands the caller's session is. */
    static Hands hands(OwnSession.Look.Found caller) {
        return new Hands(caller.session().client().platform(), caller.session().fence());
    }
}
