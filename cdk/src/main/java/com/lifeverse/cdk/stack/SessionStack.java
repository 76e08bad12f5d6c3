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
        inbox(deployment, bus, events);
        new Outbox(this, "LiveOutbox", deployment, live, bus);
        new Outbox(this, "PlayersOutbox", deployment, players, bus);
    }

    /** Which operations the functions here answer. */
    public List<Answer<LifeVerseFunction>> answers() {
        return List.of(
                new Answer<>("signIn", signIn),
                new Answer<>("renewSession", renew),
                new Answer<>("readSession", session),
                new Answer<>("signOut", session),
                new Answer<>("listInboxMessages", session));
    }

    /** Who is online; the stacks of this context read it, and write what theirs is in it. */
    public ContextTable live() {
        return live;
    }

    /** Who players are, and what they have; each item is one stack's to write. */
    public ContextTable players() {
        return players;
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
