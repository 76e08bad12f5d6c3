package com.lifeverse.cdk;

import com.lifeverse.cdk.construct.Deployment;
import com.lifeverse.cdk.construct.LifeVerseFunction;
import com.lifeverse.cdk.construct.StageSettings;
import com.lifeverse.cdk.contract.Documents;
import com.lifeverse.cdk.contract.EventCatalogue;
import com.lifeverse.cdk.contract.HttpContract;
import com.lifeverse.cdk.contract.RouteTable;
import com.lifeverse.cdk.contract.RouteTable.Answer;
import com.lifeverse.cdk.contract.SourceTree;
import com.lifeverse.cdk.observe.Happenings;
import com.lifeverse.cdk.stack.ApiStack;
import com.lifeverse.cdk.stack.ArchiveStack;
import com.lifeverse.cdk.stack.CapacityStack;
import com.lifeverse.cdk.stack.CensusStack;
import com.lifeverse.cdk.stack.CompensationStack;
import com.lifeverse.cdk.stack.EventsStack;
import com.lifeverse.cdk.stack.ExperimentStack;
import com.lifeverse.cdk.stack.GroupStack;
import com.lifeverse.cdk.stack.IdentityStack;
import com.lifeverse.cdk.stack.LiveRunStack;
import com.lifeverse.cdk.stack.LiveopsStack;
import com.lifeverse.cdk.stack.NoticeStack;
import com.lifeverse.cdk.stack.OperationsStack;
import com.lifeverse.cdk.stack.ParticipationStack;
import com.lifeverse.cdk.stack.RampStack;
import com.lifeverse.cdk.stack.ReplayStack;
import com.lifeverse.cdk.stack.RightsStack;
import com.lifeverse.cdk.stack.ScheduleStack;
import com.lifeverse.cdk.stack.SessionStack;
import com.lifeverse.cdk.stack.SocialStack;
import com.lifeverse.cdk.stack.TriggerStack;
import com.lifeverse.cdk.stack.WorkflowStack;
import java.nio.file.Path;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.constructs.Construct;

/** Makes the cloud assembly of one stage: no CDK command line, no network and no account needed, only {@code node}. */
public final class LifeVerseApp {
    private LifeVerseApp() {}

    public static void main(String[] args) {
        var arguments = Arguments.parse(args, System.getenv());
        synthesize(StageSettings.named(arguments.stage()), SourceTree.of(arguments.root()), arguments.out());
    }

    /**
     * Writes the assembly.
     *
     * @param out the directory to write to; null for the CDK's own choice
     */
    public static void synthesize(StageSettings stage, SourceTree sources, @Nullable Path out) {
        app(stage, sources, out).synth();
    }

    /** The app of a stage with all its stacks, in each of the stage's regions. */
    public static App app(StageSettings stage, SourceTree sources, @Nullable Path out) {
        var app = app(sources, out);
        var contract = HttpContract.read(sources.httpContract());
        stage.regions().forEach(region -> stacks(app, new Deployment(stage, region, sources), contract));
        return app;
    }

    /** An app with the project's CDK settings, which plain java would not read by itself. */
    static App app(SourceTree sources, @Nullable Path out) {
        var props = AppProps.builder()
                .analyticsReporting(false)
                .context(Documents.jsonObject(sources.cdkSettings(), "context"));
        if (out != null) {
            props.outdir(out.toString());
        }
        return new App(props.build());
    }

    /**
     * Makes the stacks of a stage in one region, each after those it needs.
     *
     * @throws IllegalStateException if an operation of the contract has not exactly one function
     */
    static void stacks(Construct app, Deployment deployment, HttpContract contract) {
        var events = EventCatalogue.read(deployment.sources().events());
        var operations = new OperationsStack(app, deployment);
        var identity = new IdentityStack(app, deployment);
        var bus = new EventsStack(app, deployment).bus();
        var archive = new ArchiveStack(app, deployment, bus, events).archive();
        var session = new SessionStack(app, deployment, identity.playerTokens(), bus, events);
        var notice = new NoticeStack(app, deployment, session.live(), bus, events);
        var known = new GroupStack.Known(session.live(), notice.notices(), session.players(), session.line());
        var social = new SocialStack(app, deployment, known);
        var group = new GroupStack(app, deployment, known, bus, events);
        var census = new CensusStack(app, deployment, session.live(), session.players());
        var trigger = new TriggerStack(app, deployment, bus, events);
        var replay = new ReplayStack(app, deployment, archive, trigger.triggers());
        var liveops = new LiveopsStack(app, deployment, bus, events);
        var participation = new ParticipationStack(app, deployment, liveops.events(), bus, events);
        var liveRun = new LiveRunStack(app, deployment, bus, events, liveops.events(), participation.participations());
        var experiment = new ExperimentStack(app, deployment, liveops.events(), participation.participations(), bus);
        new CapacityStack(
                app,
                deployment,
                liveops.events(),
                new CapacityStack.Targets(session.signIn(), liveops.timeline(), session.live()));
        var compensation = new CompensationStack(app, deployment, bus, events, trigger.grantList());
        var rights = new RightsStack(
                app,
                deployment,
                new RightsStack.Tables(
                        session.players(),
                        session.live(),
                        session.past(),
                        notice.notices(),
                        group.groups(),
                        trigger.triggers(),
                        experiment.experiments(),
                        participation.participations()),
                bus,
                events);
        var workflow = new WorkflowStack(app, deployment, bus, events, trigger);
        new RampStack(app, deployment, liveops.events(), workflow.incidents());
        var schedule = new ScheduleStack(app, deployment, bus, trigger.triggers());
        var answers = new ArrayList<Answer<LifeVerseFunction>>(session.answers());
        answers.addAll(group.answers());
        answers.addAll(notice.answers());
        answers.addAll(social.answers());
        answers.addAll(census.answers());
        answers.addAll(trigger.answers());
        answers.addAll(workflow.answers());
        answers.addAll(schedule.answers());
        answers.addAll(replay.answers());
        answers.addAll(liveops.answers());
        answers.addAll(liveRun.answers());
        answers.addAll(compensation.answers());
        answers.addAll(participation.answers());
        answers.addAll(experiment.answers());
        answers.addAll(rights.answers());
        var api = new ApiStack(app, deployment, identity, RouteTable.of(contract, answers));
        operations.watch(app);
        // With the last of the stacks, which knows all others.
        new Happenings(api, deployment, bus, events, session);
    }
}
