package com.lifeverse.session.signin;

import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.live.LivePlayer;
import com.lifeverse.session.live.LiveSessions;
import com.lifeverse.session.live.LiveSessions.StartOutcome.Started;
import com.lifeverse.session.live.LiveSessions.StartOutcome.Superseded;
import com.lifeverse.session.live.PastEnds;
import com.lifeverse.session.live.SessionStart;
import com.lifeverse.session.signin.Players.Creation;
import com.lifeverse.session.signin.SignInOutcome.Contended;
import com.lifeverse.session.signin.SignInOutcome.SignedIn;
import com.lifeverse.session.signin.SignInOutcome.TooManyAttempts;
import com.lifeverse.session.signin.SignInOutcome.WrongCredential;
import java.time.Instant;
import java.util.Optional;

/**
 * Signs a player in. A known player costs two reads, a query with a key, and one conditional write of at most two units; a new one
 * costs a transaction of three items. Whoever is overtaken decides anew on what the table says now.
 */
public final class SignIn {
    private final Proof proof;
    private final Players players;
    private final LiveSessions live;
    private final PastEnds past;
    private final SessionPolicy policy;

    /** Where nothing is known of sessions that are over but what the live item says. */
    public SignIn(Players players, LiveSessions live, SessionPolicy policy) {
        this(players, live, PastEnds.NONE, policy);
    }

    public SignIn(Players players, LiveSessions live, PastEnds past, SessionPolicy policy) {
        this.proof = new Proof(players, policy);
        this.players = players;
        this.live = live;
        this.past = past;
        this.policy = policy;
    }

    /** Signs in where nobody has to wait. */
    public SignInOutcome handle(SignInCommand command, FreshIds ids, Instant now) {
        return handle(command, ids, Entrance.OPEN, now);
    }

    public SignInOutcome handle(SignInCommand command, FreshIds ids, Entrance entrance, Instant now) {
        var once = new Once(entrance);
        for (int attempt = 0; attempt < policy.attempts(); attempt++) {
            switch (proof.of(command.credential(), now)) {
                case Proof.Outcome.Wrong(var failures) -> {
                    return new WrongCredential(failures);
                }
                case Proof.Outcome.TooMany(var failures) -> {
                    return new TooManyAttempts(failures);
                }
                case Proof.Outcome.Proved(var identity) -> {
                    return known(identity, command, ids, once, now);
                }
                case Proof.Outcome.Unknown() -> {
                    var refused = once.refusal(command, false);
                    if (refused.isPresent()) {
                        return refused.get();
                    }
                    var player = newPlayer(command, ids, now);
                    if (players.create(player) == Creation.CREATED) {
                        return signedIn(player.start(), 0, 0);
                    }
                }
            }
        }
        return new Contended();
    }

    /** Whoever came in has their place, however often they are overtaken afterwards; who resumes took none. */
    private static final class Once implements Entrance {
        private final Entrance entrance;
        private boolean entered;

        Once(Entrance entrance) {
            this.entrance = entrance;
        }

        @Override
        public Optional<SignInOutcome> refusal(SignInCommand command, boolean resumes) {
            var refused = entered ? Optional.<SignInOutcome>empty() : entrance.refusal(command, resumes);
            entered |= refused.isEmpty() && !resumes;
            return refused;
        }
    }

    private NewPlayer newPlayer(SignInCommand command, FreshIds ids, Instant now) {
        var identity = new Identity(
                command.credential().key(),
                command.credential().kind(),
                ids.playerId(),
                command.credential().secret(ids.salt()));
        var start = SignInRules.first(ids.playerId(), command, ids, now, policy);
        return new NewPlayer(identity, start, now);
    }

    private SignInOutcome known(
            Identity identity, SignInCommand command, FreshIds ids, Entrance entrance, Instant now) {
        var seen = live.read(identity.playerId());
        var asked = ids;
        for (int attempt = 0; attempt < policy.attempts(); attempt++) {
            var next = asked.again();
            var decision = SignInRules.decide(
                    identity.playerId(), seen, command, asked.command().text(), next, now, policy);
            switch (carryOut(decision, identity.playerId(), command, entrance)) {
                case Step.Done(var outcome) -> {
                    return outcome;
                }
                case Step.Again(var current) -> {
                    seen = current;
                    asked = next;
                }
            }
        }
        return new Contended();
    }

    private sealed interface Step {
        record Done(SignInOutcome outcome) implements Step {}

        record Again(Optional<LivePlayer> current) implements Step {}
    }

    private Step carryOut(SignInRules.Decision decision, String playerId, SignInCommand command, Entrance entrance) {
        return switch (decision) {
            case SignInRules.Decision.Refuse(var outcome) -> new Step.Done(outcome);
            case SignInRules.Decision.Repeat(var session, var notices, var epoch) ->
                new Step.Done(new SignedIn(playerId, session, SignInRules.refreshGeneration(session), notices, epoch));
            case SignInRules.Decision.Start(var write) ->
                over(playerId, command)
                        .or(() -> entrance.refusal(
                                command,
                                command.resume()
                                        .filter(write.session().id()::equals)
                                        .isPresent()))
                        .<Step>map(Step.Done::new)
                        .orElseGet(() -> start(write));
        };
    }

    /** A late repetition starts nothing: what it asked for was there, and is over. Empty if it is none. */
    private Optional<SignInOutcome> over(String playerId, SignInCommand command) {
        var began = command.sessionOf(playerId)
                .flatMap(past::of)
                .<SignInOutcome>map(known -> known.beganWith(command.client())
                        ? new SignInOutcome.Over(known.why())
                        : new SignInOutcome.KeyReused());
        return began.or(() -> command.resumptionOf(playerId)
                .flatMap(event -> command.resume()
                        .flatMap(past::of)
                        .filter(known -> known.told().contains("evt_" + event))
                        .map(known -> new SignInOutcome.Over(known.why()))));
    }

    private Step start(SessionStart write) {
        return switch (live.start(write)) {
            case Started(var notices) ->
                new Step.Done(signedIn(write, notices, write.standing().tokenEpoch()));
            case Superseded(var current) -> new Step.Again(current);
        };
    }

    private static SignedIn signedIn(SessionStart start, long notices, long tokenEpoch) {
        return new SignedIn(start.playerId(), start.session(), start.session().generation(), notices, tokenEpoch);
    }
}
