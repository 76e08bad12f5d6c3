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
import com.lifeverse.session.group.follow.Wait;
import com.lifeverse.session.group.lambda.GroupFunction;
import com.lifeverse.session.group.lambda.GroupMemberFunction;
import com.lifeverse.session.group.lambda.GroupSearchFunction;
import com.lifeverse.session.group.lambda.GroupServerFunction;
import com.lifeverse.session.group.lambda.GroupSessionFunction;
import com.lifeverse.session.group.lambda.GroupTimerFunction;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.constructs.Construct;

/** Groups: parties, lobbies, matches and visits, who is in them, and what becomes of seats whose session is lost. */
public final class GroupStack extends StageStack {
    private final ContextTable groups;
    private final Known known;
    private final LifeVerseFunction group;
    private final LifeVerseFunction member;
    private final LifeVerseFunction server;
    private final ContextTable listings;
    private final LifeVerseFunction search;

    /** The tables of others that are read here, who is signed in, who is connected, who players are; and where is counted what they do. */
    public record Known(ContextTable live, ContextTable notices, ContextTable players, ContextTable line) {}

    public GroupStack(Construct app, Deployment deployment, Known known, Bus bus, EventCatalogue events) {
        super(app, deployment, "group", "Group sessions");
        this.known = known;
        this.groups =
                ContextTable.keyed("Groups", "pk").sortedBy("sk").withStream().in(this, deployment);
        this.group = seating(LifeVerseFunction.running(GroupFunction.class, "Makes, reads and changes groups."))
                .in(this, deployment);
        // On its own: whoever is in a group must be able to leave while others make groups in great numbers.
        this.member = seating(LifeVerseFunction.running(GroupMemberFunction.class, "Lets players come and go."))
                .in(this, deployment);
        this.server = asking(LifeVerseFunction.running(GroupServerFunction.class, "Lets game servers lead groups."))
                .in(this, deployment);
        sessions(deployment, bus, events);
        this.listings = ContextTable.keyed("Listings", "pk").sortedBy("sk").in(this, deployment);
        this.search = asking(LifeVerseFunction.running(GroupSearchFunction.class, "Finds groups to join."))
                .with("LISTINGS_TABLE", listings.name())
                .may(Grant.of("dynamodb:Query").on(listings.arn()))
                .in(this, deployment);
        new GroupFollower(this, "Follower", deployment, groups, listings, known, bus);
        timers(deployment, bus, events);
        new Outbox(this, "GroupsOutbox", deployment, groups, bus);
    }

    /** The groups, and who has to do with which. */
    public ContextTable groups() {
        return groups;
    }

    /** Which operations the functions here answer. */
    public List<Answer<LifeVerseFunction>> answers() {
        return List.of(
                new Answer<>("createGroup", group),
                new Answer<>("listGroups", group),
                new Answer<>("readGroup", group),
                new Answer<>("changeGroup", group),
                new Answer<>("endGroup", group),
                new Answer<>("leadGroup", group),
                new Answer<>("askReady", group),
                new Answer<>("answerReady", group),
                new Answer<>("renewJoinCode", group),
                new Answer<>("revokeJoinCode", group),
                new Answer<>("findGroups", search),
                new Answer<>("createServerGroup", server),
                new Answer<>("readServerGroup", server),
                new Answer<>("changeServerGroup", server),
                new Answer<>("endServerGroup", server),
                new Answer<>("listServerGroupMembers", server),
                new Answer<>("removeServerGroupMember", server),
                new Answer<>("joinGroup", member),
                new Answer<>("joinGroupByCode", member),
                new Answer<>("changeMember", member),
                new Answer<>("removeMember", member),
                new Answer<>("connectMember", member),
                new Answer<>("disconnectMember", member),
                new Answer<>("inviteToGroup", member));
    }

    private LifeVerseFunction.Plan asking(LifeVerseFunction.Plan plan) {
        return plan.with("GROUPS_TABLE", groups.name())
                .with("PLAYERS_TABLE", known.players().name())
                .may(Grant.of(
                                "dynamodb:GetItem",
                                "dynamodb:PutItem",
                                "dynamodb:UpdateItem",
                                "dynamodb:DeleteItem",
                                "dynamodb:Query")
                        .on(groups.arn()))
                // Preferences, friends and blocks.
                .may(Grant.of("dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query")
                        .on(known.players().arn()));
    }

    /** Whoever takes a seat, or changes a group, must have a session that is alive. */
    private LifeVerseFunction.Plan seating(LifeVerseFunction.Plan plan) {
        return asking(plan)
                .with("LIVE_TABLE", known.live().name())
                .with("QUEUE_TABLE", known.line().name())
                .may(Grant.of("dynamodb:GetItem", "dynamodb:UpdateItem")
                        .on(known.line().arn()))
                .may(Grant.of("dynamodb:GetItem").on(known.live().arn()));
    }

    /** Seats follow the sessions that they came with, their connections, and the wishes of who sits there. */
    private void sessions(Deployment deployment, Bus bus, EventCatalogue events) {
        var patience = Duration.seconds(30);
        var queue = new WorkQueue(this, "SessionQueue", patience);
        var function = seating(LifeVerseFunction.running(
                        GroupSessionFunction.class, "Lets seats follow sessions, connections and wishes."))
                .with("NOTICES_TABLE", known.notices().name())
                .with("BUS", bus.name())
                .may(bus.toPublish())
                .may(Grant.of("dynamodb:Query").on(known.notices().arn()))
                .may(queue.toConsume())
                .within(patience)
                .in(this, deployment);
        queue.feed(function);
        events.patternFiles("session-groups")
                .forEach((type, pattern) -> Subscription.toQueue(this, "Session-" + type, bus.name(), pattern, queue));
    }

    /** Timers sleep in queues of different delays; the event that sets one says in which. */
    private void timers(Deployment deployment, Bus bus, EventCatalogue events) {
        var patience = Duration.seconds(30);
        var plan = asking(LifeVerseFunction.running(GroupTimerFunction.class, "Makes heard what falls due in groups."))
                .with("BUS", bus.name())
                .may(bus.toPublish())
                .within(patience);
        var queues = new ArrayList<WorkQueue>();
        for (var wait : Wait.values()) {
            var delay = Duration.seconds(Math.toIntExact(wait.length().toSeconds()));
            var queue = new WorkQueue(this, "Timers-" + wait.slug(), patience, delay);
            events.patternFiles("group-timer-" + wait.slug())
                    .forEach((type, pattern) ->
                            Subscription.toQueue(this, "Timer-" + wait.slug(), bus.name(), pattern, queue));
            plan.may(queue.toConsume());
            queues.add(queue);
        }
        var function = plan.in(this, deployment);
        queues.forEach(queue -> queue.feed(function));
    }
}
