package com.lifeverse.cdk.construct;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.lifeverse.liveops.timeline.lambda.TimelineFunction;
import com.lifeverse.session.lambda.RenewFunction;
import com.lifeverse.session.lambda.SignInFunction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.logs.RetentionDays;

/**
 * Everything in which stages differ.
 *
 * @param name in front of every stack's name
 * @param regions where the stage lives; in each of them all of it, with players of its own
 * @param removal what becomes of tables and logs whose stack is deleted; where they are retained, no call deletes a table
 * @param api requests a second that the whole API takes
 * @param signIn requests a second that sign-in takes, less than the API's: renewals keep the rest when everybody signs in
 * @param census how often all who are online are counted, sessions that nobody renews end, and triggers see to what has come due; in
 *     minutes
 * @param logRetention how long logs and access logs are kept
 * @param rollout how callers come to a new version
 * @param reservedConcurrency instances set aside for a function; empty where the account's quota may refuse it
 * @param readied functions of which instances stand ready ahead of live events; they start from no snapshot, for Lambda has one or the other
 */
public record StageSettings(
        String name,
        List<String> regions,
        RemovalPolicy removal,
        Throttle api,
        Throttle signIn,
        int census,
        RetentionDays logRetention,
        Rollout rollout,
        Map<Class<? extends RequestStreamHandler>, Integer> reservedConcurrency,
        Set<Class<? extends RequestStreamHandler>> readied) {
    /**
     * What everybody calls when an event begins: who was away signs in, and who is there asks for the timeline. Both are called at all times, so
     * that they seldom start anew in between.
     */
    private static final Set<Class<? extends RequestStreamHandler>> RUSHED =
            Set.copyOf(List.of(SignInFunction.class, TimelineFunction.class));

    /** How often sweeps run, as a schedule says it. */
    public String sweeps() {
        return census == 1 ? "rate(1 minute)" : "rate(" + census + " minutes)";
    }

    /** A token bucket: steady requests a second and the bucket's size. */
    public record Throttle(int perSecond, int burst) {
        public Throttle {
            if (perSecond < 1 || burst < 1) {
                throw new IllegalArgumentException("a throttle lets at least one request a second through");
            }
        }
    }

    /**
     * How callers come to a new version of a function or a workflow.
     *
     * @param minutes how long a tenth of them try it before the rest follow; none, and all come at once
     */
    public record Rollout(int minutes) {
        public static final Rollout AT_ONCE = new Rollout(0);

        /** Whether alarms have time to take a version back. */
        public boolean gradual() {
            return minutes > 0;
        }

        /** What CodeDeploy calls it: one of the configurations that every account has. */
        public String configuration() {
            return switch (minutes) {
                case 0 -> "CodeDeployDefault.LambdaAllAtOnce";
                case 5, 10, 15, 30 -> "CodeDeployDefault.LambdaCanary10Percent" + minutes + "Minutes";
                default -> throw new IllegalStateException("CodeDeploy has no canary of " + minutes + " minutes");
            };
        }
    }

    public StageSettings {
        regions = List.copyOf(regions);
        if (regions.isEmpty() || Set.copyOf(regions).size() < regions.size()) {
            throw new IllegalArgumentException("stage " + name + ": regions are one or more, each once");
        }
        reservedConcurrency = Map.copyOf(reservedConcurrency);
        readied = Set.copyOf(readied);
        if (signIn.perSecond() >= api.perSecond()) {
            throw new IllegalArgumentException("stage " + name + ": sign-in must be throttled below the API's rate");
        }
    }

    /** Whether data is to survive a mistake. */
    public boolean keepsData() {
        return removal == RemovalPolicy.RETAIN;
    }

    /** How long logs are kept, in days. */
    public int logDays() {
        return switch (logRetention) {
            case ONE_WEEK -> 7;
            case ONE_MONTH -> 30;
            case THREE_MONTHS -> 90;
            default -> throw new IllegalStateException("say here how many days " + logRetention + " has");
        };
    }

    /** One developer, or the laptop. */
    public static StageSettings dev() {
        return new StageSettings(
                "dev",
                List.of("us-east-1"),
                RemovalPolicy.DESTROY,
                new Throttle(1_000, 500),
                new Throttle(500, 250),
                // Nobody waits for these figures, and whole days are played on a laptop.
                10,
                RetentionDays.ONE_WEEK,
                Rollout.AT_ONCE,
                Map.of(),
                RUSHED);
    }

    /** As production, with data that may go. */
    public static StageSettings beta() {
        return new StageSettings(
                "beta",
                List.of("us-east-1"),
                RemovalPolicy.DESTROY,
                new Throttle(2_000, 1_000),
                new Throttle(800, 400),
                1,
                RetentionDays.ONE_MONTH,
                new Rollout(5),
                Map.of(),
                RUSHED);
    }

    /** Players. Needs a concurrency quota above 400: ask for it before the first deployment. */
    public static StageSettings prod() {
        return new StageSettings(
                "prod",
                List.of("us-east-1", "eu-west-1"),
                RemovalPolicy.RETAIN,
                new Throttle(10_000, 5_000),
                new Throttle(4_000, 2_000),
                1,
                RetentionDays.THREE_MONTHS,
                new Rollout(10),
                Map.of(RenewFunction.class, 300),
                RUSHED);
    }

    /**
     * The stage of that name.
     *
     * @throws IllegalArgumentException naming the stages there are
     */
    public static StageSettings named(String name) {
        return switch (name) {
            case "dev" -> dev();
            case "beta" -> beta();
            case "prod" -> prod();
            default -> throw new IllegalArgumentException("no stage " + name + "; there are dev, beta and prod");
        };
    }
}
