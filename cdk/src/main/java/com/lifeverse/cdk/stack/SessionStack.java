package com.lifeverse.cdk.stack;

import com.lifeverse.cdk.construct.Bus;
import com.lifeverse.cdk.construct.ContextTable;
import com.lifeverse.cdk.construct.Deployment;
import com.lifeverse.cdk.construct.Grant;
import com.lifeverse.cdk.construct.LifeVerseFunction;
import com.lifeverse.cdk.construct.Outbox;
import com.lifeverse.cdk.construct.Subscription;
import com.lifeverse.cdk.construct.WorkQueue;
import com.lifeverse.cdk.contract.EventCatalogue;
import com.lifeverse.cdk.contract.RouteTable.Answer;
import com.lifeverse.cdk.stack.IdentityStack.PlayerTokens;
import com.lifeverse.session.conduct.lambda.ConductFunction;
import com.lifeverse.session.handoff.lambda.HandOffFunction;
import com.lifeverse.session.lambda.InboxFunction;
import com.lifeverse.session.lambda.RenewFunction;
import com.lifeverse.session.lambda.SessionFunction;
import com.lifeverse.session.lambda.SignInFunction;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.constructs.Construct;

/** Sessions: who is who, who is online, and what waits in whose inbox. */
public final class SessionStack extends StageStack {
    private final ContextTable live;
    private final ContextTable players;
    private final LifeVerseFunction signIn;
    private final LifeVerseFunction renew;
    private final LifeVerseFunction session;
    private final LifeVerseFunction handOff;
    private final LifeVerseFunction conduct;

    public SessionStack(Construct app, Deployment deployment, PlayerTokens tokens, Bus bus, EventCatalogue events) {
        super(app, deployment, "session", "Player sessions, identities and inboxes");
        this.live = ContextTable.keyed("Live", "playerId").withStream().in(this, deployment);
        this.players =
                ContextTable.keyed("Players", "pk").sortedBy("sk").withStream().in(this, deployment);
        this.signIn = signing(LifeVerseFunction.running(SignInFunction.class, "Signs players in."), tokens)
                .with("PLAYERS_TABLE", players.name())
                // A new player is put into both tables at once; a known one's identity and live item are read.
                .may(Grant.of("dynamodb:GetItem", "dynamodb:PutItem").on(players.arn()))
                .may(Grant.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem")
                        .on(live.arn()))
                .in(this, deployment);
        // On its own: renewals must go on while a storm of sign-ins uses up what sign-in may use.
        this.renew = signing(LifeVerseFunction.running(RenewFunction.class, "Renews sessions."), tokens)
                .may(Grant.of("dynamodb:UpdateItem").on(live.arn()))
                .in(this, deployment);
        this.session = LifeVerseFunction.running(SessionFunction.class, "Reads and ends sessions, reads inboxes.")
                .with("LIVE_TABLE", live.name())
                .with("PLAYERS_TABLE", players.name())
                .may(Grant.of("dynamodb:GetItem", "dynamodb:UpdateItem").on(live.arn()))
                .may(Grant.of("dynamodb:Query").on(players.arn()))
                .in(this, deployment);
        this.handOff = signing(
                        LifeVerseFunction.running(HandOffFunction.class, "Hands sessions over to other devices."),
                        tokens)
                .with("PLAYERS_TABLE", players.name())
                .may(Grant.of("dynamodb:GetItem", "dynamodb:PutItem").on(players.arn()))
                .may(Grant.of("dynamodb:GetItem", "dynamodb:UpdateItem").on(live.arn()))
                .in(this, deployment);
        this.conduct = LifeVerseFunction.running(ConductFunction.class, "Lets staff end sessions and ban players.")
                .with("LIVE_TABLE", live.name())
                .with("PLAYERS_TABLE", players.name())
                .may(Grant.of("dynamodb:GetItem").on(players.arn()))
                .may(Grant.of("dynamodb:GetItem", "dynamodb:UpdateItem").on(live.arn()))
                .in(this, deployment);
        inbox(deployment, bus, events);
        new Outbox(this, "LiveOutbox", deployment, live, bus);
        new Outbox(this, "PlayersOutbox", deployment, players, bus);
    }

    /** Who is who, their preferences, friends and blocks. */
    public ContextTable players() {
        return players;
    }

    /** Which operations the functions here answer. */
    public List<Answer<LifeVerseFunction>> answers() {
        return List.of(
                new Answer<>("signIn", signIn),
                new Answer<>("renewSession", renew),
                new Answer<>("listSessions", session),
                new Answer<>("signOutEverywhere", session),
                new Answer<>("offerHandOff", handOff),
                new Answer<>("takeHandOff", handOff),
                new Answer<>("readPlayerSessions", conduct),
                new Answer<>("kickPlayer", conduct),
                new Answer<>("readBan", conduct),
                new Answer<>("banPlayer", conduct),
                new Answer<>("pardonPlayer", conduct),
                new Answer<>("readSession", session),
                new Answer<>("signOut", session),
                new Answer<>("listInboxMessages", session));
    }

    /** Who is online; the stacks of this context read it, and write what theirs is in it. */
    public ContextTable live() {
        return live;
    }

    private LifeVerseFunction.Plan signing(LifeVerseFunction.Plan plan, PlayerTokens tokens) {
        return plan.with("LIVE_TABLE", live.name())
                .with("SIGNING_SECRET", tokens.secretArn())
                .with("ISSUER", tokens.issuer())
                .with("AUDIENCE", tokens.audience())
                .may(Grant.of("secretsmanager:GetSecretValue").on(tokens.secretArn()));
    }

    private void inbox(Deployment deployment, Bus bus, EventCatalogue events) {
        var patience = Duration.seconds(30);
        var queue = new WorkQueue(this, "InboxQueue", patience);
        var function = LifeVerseFunction.running(InboxFunction.class, "Puts grants and messages into inboxes.")
                .with("LIVE_TABLE", live.name())
                .with("PLAYERS_TABLE", players.name())
                .may(Grant.of("dynamodb:PutItem").on(players.arn()))
                .may(Grant.of("dynamodb:ConditionCheckItem", "dynamodb:UpdateItem")
                        .on(live.arn()))
                .may(queue.toConsume())
                .within(patience)
                .in(this, deployment);
        queue.feed(function);
        events.patternFiles("session-inbox")
                .forEach((type, pattern) -> Subscription.toQueue(this, "Inbox-" + type, bus.name(), pattern, queue));
    }
}
