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
import com.lifeverse.session.notice.lambda.ConnectionFunction;
import com.lifeverse.session.notice.lambda.NoticeFunction;
import com.lifeverse.session.notice.lambda.NotifyFunction;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.constructs.Construct;

/** Notices: who is connected, and how players hear at once that something has changed. */
public final class NoticeStack extends StageStack {
    private final ContextTable notices;
    private final LifeVerseFunction notice;

    public NoticeStack(Construct app, Deployment deployment, ContextTable live, Bus bus, EventCatalogue events) {
        super(app, deployment, "notice", "Connections and notices");
        this.notices =
                ContextTable.keyed("Notices", "pk").sortedBy("sk").withStream().in(this, deployment);
        this.notice = LifeVerseFunction.running(NoticeFunction.class, "Gives tickets, and says whether there is news.")
                .with("LIVE_TABLE", live.name())
                .with("NOTICES_TABLE", notices.name())
                .may(Grant.of("dynamodb:GetItem").on(live.arn()))
                .may(Grant.of("dynamodb:UpdateItem").on(notices.arn()))
                .in(this, deployment);
        var connection = LifeVerseFunction.running(ConnectionFunction.class, "Opens and closes connections.")
                .with("LIVE_TABLE", live.name())
                .may(Grant.of("dynamodb:GetItem").on(live.arn()))
                .with("NOTICES_TABLE", notices.name())
                .may(Grant.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem")
                        .on(notices.arn()))
                .in(this, deployment);
        var sockets = new SocketApi(this, "Sockets", deployment, connection);
        notify(deployment, live, sockets, bus, events);
        new Outbox(this, "NoticesOutbox", deployment, notices, bus);
        output("NoticesUrl", "Where clients open their WebSocket", sockets.url());
    }

    /** Who is connected, and what players say of themselves. */
    public ContextTable notices() {
        return notices;
    }

    /** Which operations the functions here answer. */
    public List<Answer<LifeVerseFunction>> answers() {
        return List.of(new Answer<>("createNoticeTicket", notice), new Answer<>("readNotices", notice));
    }

    private void notify(Deployment deployment, ContextTable live, SocketApi sockets, Bus bus, EventCatalogue events) {
        var patience = Duration.seconds(30);
        var queue = new WorkQueue(this, "NotifyQueue", patience);
        var function = LifeVerseFunction.running(NotifyFunction.class, "Tells players what has changed.")
                .with("LIVE_TABLE", live.name())
                .with("NOTICES_TABLE", notices.name())
                .with("NOTICES_ENDPOINT", sockets.endpoint())
                .may(Grant.of("dynamodb:UpdateItem").on(live.arn()))
                .may(Grant.of("dynamodb:GetItem", "dynamodb:Query", "dynamodb:UpdateItem", "dynamodb:DeleteItem")
                        .on(notices.arn()))
                .may(sockets.toReachClients())
                .may(queue.toConsume())
                .within(patience)
                .in(this, deployment);
        queue.feed(function);
        events.patternFiles("session-notice")
                .forEach((type, pattern) -> Subscription.toQueue(this, "Notify-" + type, bus.name(), pattern, queue));
    }
}
