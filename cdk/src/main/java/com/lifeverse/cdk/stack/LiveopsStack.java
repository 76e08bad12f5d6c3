package com.lifeverse.cdk.stack;

import com.lifeverse.cdk.construct.ContextTable;
import com.lifeverse.cdk.construct.Deployment;
import com.lifeverse.cdk.construct.Grant;
import com.lifeverse.cdk.construct.LifeVerseFunction;
import com.lifeverse.cdk.contract.RouteTable.Answer;
import com.lifeverse.liveops.desk.lambda.LiveEventFunction;
import java.util.List;
import software.constructs.Construct;

/** Live events: where staff define them. */
public final class LiveopsStack extends StageStack {
    private final LifeVerseFunction desk;

    public LiveopsStack(Construct app, Deployment deployment) {
        super(app, deployment, "liveops", "Live events");
        var events = ContextTable.keyed("LiveEvents", "pk").sortedBy("sk").in(this, deployment);
        this.desk = LifeVerseFunction.running(LiveEventFunction.class, "Lets staff define and publish live events.")
                .with("LIVE_EVENTS_TABLE", events.name())
                .may(Grant.of(
                                "dynamodb:GetItem",
                                "dynamodb:PutItem",
                                "dynamodb:UpdateItem",
                                "dynamodb:DeleteItem",
                                "dynamodb:Query")
                        .on(events.arn()))
                .in(this, deployment);
    }

    /** Which operations the functions here answer. */
    public List<Answer<LifeVerseFunction>> answers() {
        return List.of(
                new Answer<>("listLiveEvents", desk),
                new Answer<>("readLiveEvent", desk),
                new Answer<>("saveLiveEvent", desk),
                new Answer<>("approveLiveEvent", desk),
                new Answer<>("publishLiveEvent", desk),
                new Answer<>("withdrawLiveEvent", desk),
                new Answer<>("readLiveEventLog", desk));
    }
}
