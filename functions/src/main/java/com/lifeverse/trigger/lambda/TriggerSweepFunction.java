package com.lifeverse.trigger.lambda;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.Log;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.trigger.TriggerEngine;
import com.lifeverse.trigger.TriggerEngine.Owed;
import com.lifeverse.trigger.TriggerEngine.Suited;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.TriggerStates;
import com.lifeverse.trigger.TriggerStates.Subject;
import com.lifeverse.trigger.aws.DynamoAllotments;
import com.lifeverse.trigger.aws.DynamoBreakers;
import com.lifeverse.trigger.aws.DynamoTriggerStates;
import com.lifeverse.trigger.decide.Decision;
import com.lifeverse.trigger.decide.TriggerRules;
import com.lifeverse.trigger.profile.ProfileKeeping;
import com.lifeverse.trigger.profile.aws.DynamoProfiles;
import com.lifeverse.trigger.profile.aws.PlayerConditions;
import com.lifeverse.trigger.profile.aws.ProfileFile;
import com.lifeverse.trigger.publish.aws.CurrentCatalogue;
import com.lifeverse.trigger.publish.aws.DynamoPublications;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.aws.TriggerCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Again and again, sees to what time alone brings about: waits that are over, firings that were held back. Whatever it does not come
 * to, or fails at, is found again by the next run; one that fails holds up no other. A read unit for each part and each of the due
 * ones, and a write for each.
 */
public final class TriggerSweepFunction extends Handler {
    /** As long as it begins another, of the 30 s that it has. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CurrentCatalogue current;
    private final InstantSource clock;
    private final TriggerStates states;
    private final TriggerEngine engine;
    private final ProfileKeeping keeping;
    private TriggerCatalogue known = TriggerCatalogue.shipped();
    private Wishes wishes = new Wishes(known);

    public TriggerSweepFunction() {
        this(LambdaRuntime.onAws());
    }

    public TriggerSweepFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "TRIGGERS_TABLE");
        var table = settings.text("TRIGGERS_TABLE");
        clock = runtime.clock();
        states = new DynamoTriggerStates(runtime.aws().dynamoDb(), table);
        var allotments = new DynamoAllotments(runtime.aws().dynamoDb(), table);
        var policy = settings.policy(TriggerPolicy.class);
        current = new CurrentCatalogue(new DynamoPublications(runtime.aws().dynamoDb(), table), policy.look());
        var breakers = new DynamoBreakers(runtime.aws().dynamoDb(), table, policy.look());
        engine = new TriggerEngine(states, allotments, breakers, clock, policy);
        var profiles = new DynamoProfiles(runtime.aws().dynamoDb(), table);
        keeping = new ProfileKeeping(profiles, ProfileFile.shipped(), clock, policy);
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        var now = clock.instant();
        see(current.at(now));
        for (int part = 0; part < TriggerStates.PARTS; part++) {
            sweep(part, now, call);
        }
        output.write("{}".getBytes(StandardCharsets.UTF_8));
    }

    private void see(TriggerCatalogue catalogue) {
        if (!wishes.are(catalogue)) {
            wishes = new Wishes(catalogue);
        }
        known = catalogue;
    }

    private void sweep(int part, Instant now, Call call) {
        try (var due = states.due(part, now)) {
            due.takeWhile(_ -> clock.instant().isBefore(now.plus(PATIENCE))).forEach(subject -> see(subject, call));
        }
    }

    private void see(Subject subject, Call call) {
        try {
            var owed = owed(subject);
            if (owed.isEmpty()) {
                // It may have been published a moment ago, and what is let be does not come back.
                see(current.fresh(clock.instant()));
                owed = owed(subject);
            }
            // What only this version of the code cannot read stays due.
            if (owed.isPresent()) {
                see(owed.get(), call);
            } else if (!known.unreadable().contains(subject.trigger())) {
                engine.letBe(subject);
            }
        } catch (RuntimeException failure) {
            // It stays due, and so does not get lost.
            Log.failure(call, Problem.UNEXPECTED, subject.trigger(), failure);
        }
    }

    /** The versions that a state that is due concerns; empty if its trigger is in force no longer, or retired. */
    private Optional<Owed> owed(Subject subject) {
        var player = subject.playerId();
        return wishes.find(subject.trigger())
                .map(versions -> new Owed(
                        subject,
                        versions.acting(player)
                                .map(trigger -> suited(trigger, player))
                                // While it acts for nobody, what it held is told; a wait that is over decides nothing.
                                .or(() -> versions.telling(player).map(trigger -> new Suited(trigger, false))),
                        versions.shadowing(player).map(trigger -> suited(trigger, player))))
                .filter(owed -> owed.acting().isPresent() || owed.shadow().isPresent());
    }

    private void see(Owed owed, Call call) {
        var decisions = engine.due(owed);
        TriggerEngineFunction.tell(
                TriggerEngineFunction.HELD_BY_BREAKERS,
                TriggerEngineFunction.count(decisions, Decision.Tripped.class),
                call);
        owed.acting()
                .ifPresent(version -> decisions.forEach(
                        decision -> DecisionLine.write(call, version.trigger(), "", correlation(decision), decision)));
    }

    // Only a wait asks at its end who the player is by now.
    private Suited suited(Trigger trigger, String player) {
        return new Suited(
                trigger,
                !PlayerConditions.has(trigger)
                        || !(trigger.window().measure() instanceof Measure.Absence)
                        || wishes.conditions().met(trigger, keeping.look(player).document()));
    }

    private static String correlation(Decision decision) {
        return TriggerRules.told(decision).stream()
                .map(Envelope::correlationId)
                .findFirst()
                .orElse("");
    }
}
