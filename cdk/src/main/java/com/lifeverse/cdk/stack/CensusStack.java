package com.lifeverse.cdk.stack;

import com.lifeverse.cdk.construct.ContextTable;
import com.lifeverse.cdk.construct.DeadLetters;
import com.lifeverse.cdk.construct.Deployment;
import com.lifeverse.cdk.construct.Grant;
import com.lifeverse.cdk.construct.LifeVerseFunction;
import com.lifeverse.cdk.construct.Timetable;
import com.lifeverse.cdk.construct.WorkQueue;
import com.lifeverse.cdk.contract.RouteTable.Answer;
import com.lifeverse.session.census.CensusPolicy;
import com.lifeverse.session.census.lambda.CensusFunction;
import com.lifeverse.session.census.lambda.CensusReportFunction;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.constructs.Construct;

/** The census: again and again all who are online are counted, and sessions that nobody renews end. */
public final class CensusStack extends StageStack {
    private final LifeVerseFunction report;

    public CensusStack(Construct app, Deployment deployment, ContextTable live, ContextTable players) {
        super(app, deployment, "census", "Counts who is online");
        var patience = Duration.minutes(1);
        var queue = new WorkQueue(this, "Queue", patience);
        var census = LifeVerseFunction.running(CensusFunction.class, "Counts who is online, ends what nobody renews.")
                .with("LIVE_TABLE", live.name())
                .with("PLAYERS_TABLE", players.name())
                .may(Grant.of("dynamodb:Scan", "dynamodb:UpdateItem", "dynamodb:DeleteItem")
                        .on(live.arn()))
                .may(Grant.of("dynamodb:GetItem", "dynamodb:PutItem").on(players.arn()))
                .may(queue.toConsume())
                .within(patience)
                .in(this, deployment);
        queue.feed(census, 1);
        var rate = deployment.stage().sweeps();
        var deadLetters = new DeadLetters(this, "DeadLetters");
        int segments = deployment
                .sources()
                .numbers(deployment.stage().name())
                .of(CensusPolicy.class)
                .segments();
        for (int segment = 0; segment < segments; segment++) {
            new Timetable(this, segment == 0 ? "Again" : "Again" + segment, rate, queue, segment, deadLetters);
        }
        this.report = LifeVerseFunction.running(CensusReportFunction.class, "Shows the last census.")
                .with("LIVE_TABLE", live.name())
                .with("PLAYERS_TABLE", players.name())
                .may(Grant.of("dynamodb:GetItem").on(players.arn()))
                .in(this, deployment);
    }

    /** Which operations the functions here answer. */
    public List<Answer<LifeVerseFunction>> answers() {
        return List.of(new Answer<>("readCensus", report));
    }
}
