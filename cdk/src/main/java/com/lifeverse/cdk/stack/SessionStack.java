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
import com.lifeverse.session.aws.About;
import com.lifeverse.session.conduct.lambda.ConductFunction;
import com.lifeverse.session.gate.lambda.GateFunction;
import com.lifeverse.session.handoff.lambda.HandOffFunction;
import com.lifeverse.session.history.lambda.HistoryFunction;
import com.lifeverse.session.history.lambda.HistoryRecorderFunction;
import com.lifeverse.session.identity.lambda.IdentityFunction;
import com.lifeverse.session.lambda.InboxFunction;
import com.lifeverse.session.lambda.RenewFunction;
import com.lifeverse.session.lambda.SessionFunction;
import com.lifeverse.session.lambda.SignInFunction;
import com.lifeverse.session.queue.lambda.LoginQueueFunction;
import com.lifeverse.session.queue.lambda.PrecedenceFunction;
import com.lifeverse.session.timeline.lambda.TimelineVersionFunction;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.constructs.Construct;

/** Sessions: who is who, who is online, and what waits in whose inbox. */
public final class SessionStack extends StageStack {
    private final ContextTable live;
    private final ContextTable players;
    private final ContextTable line;
    private final ContextTable past;
    private final LifeVerseFunction signIn;
    private final LifeVerseFunction renew;
    private final LifeVerseFunction session;
    private final LifeVerseFunction handOff;
    private final LifeVerseFunction conduct;
    private final LifeVerseFunction identities;
    private final LifeVerseFunction loginQueue;
    private final LifeVerseFunction precedence;
    private final LifeVerseFunction gates;
    private final LifeVerseFunction history;

    public SessionStack(Construct app, Deployment deployment, PlayerTokens tokens, Bus bus, EventCatalogue events) {
        super(app, deployment, "session", "Player sessions, identities and inboxes");
        this.live = ContextTable.keyed("Live", "playerId").withStream().in(this, deployment);
        this.players = ContextTable.keyed("Players", "pk")
                .sortedBy("sk")
                .withStream()
                .foundBy(About.INDEX, About.ATTRIBUTE)
                .in(this, deployment);
        this.past = ContextTable.keyed("SessionHistory", "pk").sortedBy("sk").in(this, deployment);
        this.line = ContextTable.keyed("LoginPlaces", "pk").sortedBy("sk").in(this, deployment);
        this.signIn = signing(LifeVerseFunction.running(SignInFunction.class, "Signs players in."), tokens)
                .with("PLAYERS_TABLE", players.name())
                .with(
                        "IDENTITY_PROVIDERS",
                        deployment
                                .sources()
                                .identityProviders(deployment.stage().name()))
                .with("QUEUE_TABLE", line.name())
                .with("HISTORY_TABLE", past.name())
                .may(Grant.of("dynamodb:Query").on(past.arn()))
                .may(Grant.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:BatchGetItem")
                        .on(line.arn()))
                // A new player is put into both tables at once; a known one's identity and live item are read.
                .may(Grant.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem")
                        .on(players.arn()))
                .may(Grant.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem")
                        .on(live.arn()))
                .in(this, deployment);
        // On its own: renewals must go on while a storm of sign-ins uses up what sign-in may use.
        this.renew = signing(LifeVerseFunction.running(RenewFunction.class, "Renews sessions."), tokens)
                .with("PLAYERS_TABLE", players.name())
                // The gates, and the version of the timeline; each every few seconds.
                .may(Grant.of("dynamodb:GetItem").on(players.arn()))
                .with("HISTORY_TABLE", past.name())
                .may(Grant.of("dynamodb:Query").on(past.arn()))
                .may(Grant.of("dynamodb:GetItem", "dynamodb:UpdateItem").on(live.arn()))
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
                .with("QUEUE_TABLE", line.name())
                .may(Grant.of("dynamodb:UpdateItem").on(line.arn()))
                .may(Grant.of("dynamodb:GetItem", "dynamodb:PutItem").on(players.arn()))
                .may(Grant.of("dynamodb:GetItem", "dynamodb:UpdateItem").on(live.arn()))
                .in(this, deployment);
        this.conduct = LifeVerseFunction.running(ConductFunction.class, "Lets staff end sessions and ban players.")
                .with("LIVE_TABLE", live.name())
                .with("PLAYERS_TABLE", players.name())
                .may(Grant.of("dynamodb:GetItem").on(players.arn()))
                .may(Grant.of("dynamodb:GetItem", "dynamodb:UpdateItem").on(live.arn()))
                .in(this, deployment);
        this.identities = LifeVerseFunction.running(IdentityFunction.class, "Links and lists identities.")
                .with("LIVE_TABLE", live.name())
                .with("PLAYERS_TABLE", players.name())
                .with(
                        "IDENTITY_PROVIDERS",
                        deployment
                                .sources()
                                .identityProviders(deployment.stage().name()))
                .may(Grant.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem")
                        .on(players.arn()))
                .may(Grant.of("dynamodb:GetItem").on(live.arn()))
                .in(this, deployment);
        this.loginQueue = signing(
                        LifeVerseFunction.running(LoginQueueFunction.class, "Gives places in the login queue."), tokens)
                .with("PLAYERS_TABLE", players.name())
                .with("QUEUE_TABLE", line.name())
                .with(
                        "IDENTITY_PROVIDERS",
                        deployment
                                .sources()
                                .identityProviders(deployment.stage().name()))
                .may(Grant.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:BatchGetItem")
                        .on(line.arn()))
                .may(Grant.of("dynamodb:GetItem", "dynamodb:UpdateItem").on(players.arn()))
                .may(Grant.of("dynamodb:GetItem").on(live.arn()))
                .in(this, deployment);
        this.precedence = LifeVerseFunction.running(PrecedenceFunction.class, "Says who goes first in the login queue.")
                .with("PLAYERS_TABLE", players.name())
                .with("LIVE_TABLE", live.name())
                .may(Grant.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem")
                        .on(players.arn()))
                .in(this, deployment);
        // The same item that sign-in reads, in the players table.
        this.gates = LifeVerseFunction.running(GateFunction.class, "Shows and sets the gates.")
                .with("PLAYERS_TABLE", players.name())
                .may(Grant.of("dynamodb:GetItem", "dynamodb:UpdateItem").on(players.arn()))
                .in(this, deployment);
        this.history = LifeVerseFunction.running(HistoryFunction.class, "Tells what happened to sessions, and why.")
                .with("HISTORY_TABLE", past.name())
                .with("LIVE_TABLE", live.name())
                .may(Grant.of("dynamodb:Query").on(past.arn()))
                .may(Grant.of("dynamodb:GetItem").on(live.arn()))
                .in(this, deployment);
        recorder(deployment, bus, events);
        timeline(deployment, bus, events);
        inbox(deployment, bus, events);
        new Outbox(this, "LiveOutbox", deployment, live, bus);
        new Outbox(this, "PlayersOutbox", deployment, players, bus);
    }

    /** Who is who, their preferences, friends and blocks. */
    public ContextTable players() {
        return players;
    }

    /** The login queue, and what is counted of callers. */
    public ContextTable line() {
        return line;
    }

    /** What happened to sessions. */
    public ContextTable past() {
        return past;
    }

    /** Signs players in. */
    public LifeVerseFunction signIn() {
        return signIn;
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
                new Answer<>("listIdentities", identities),
                new Answer<>("linkIdentity", identities),
                new Answer<>("unlinkIdentity", identities),
                new Answer<>("takeQueueTicket", loginQueue),
                new Answer<>("readLoginQueue", loginQueue),
                new Answer<>("givePrecedence", precedence),
                new Answer<>("takePrecedence", precedence),
                new Answer<>("readGates", gates),
                new Answer<>("setGate", gates),
                new Answer<>("openGate", gates),
                new Answer<>("explainSession", history),
                new Answer<>("listSessionHistory", history),
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

    private void recorder(Deployment deployment, Bus bus, EventCatalogue events) {
        var patience = Duration.seconds(30);
        var queue = new WorkQueue(this, "HistoryQueue", patience);
        queue.feed(LifeVerseFunction.running(HistoryRecorderFunction.class, "Keeps what happened to sessions.")
                .with("HISTORY_TABLE", past.name())
                .may(Grant.of("dynamodb:PutItem").on(past.arn()))
                .may(queue.toConsume())
                .within(patience)
                .in(this, deployment));
        Subscription.toQueue(this, "HistoryEvents", bus.name(), events.patternFor("session-history"), queue);
    }

    /** Renewals tell which version the timeline of live events has. */
    private void timeline(Deployment deployment, Bus bus, EventCatalogue events) {
        var patience = Duration.seconds(30);
        var queue = new WorkQueue(this, "TimelineQueue", patience);
        queue.feed(
                LifeVerseFunction.running(TimelineVersionFunction.class, "Notes the timeline's version for renewals.")
                        .with("PLAYERS_TABLE", players.name())
                        .may(Grant.of("dynamodb:UpdateItem").on(players.arn()))
                        .may(queue.toConsume())
                        .within(patience)
                        .in(this, deployment));
        Subscription.toQueue(this, "TimelineEvents", bus.name(), events.patternFor("session-timeline"), queue);
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
