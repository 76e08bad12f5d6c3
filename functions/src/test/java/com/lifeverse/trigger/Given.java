package com.lifeverse.trigger;

import com.lifeverse.platform.Envelope;
import com.lifeverse.trigger.profile.Attribute;
import com.lifeverse.trigger.profile.ProfileForm;
import com.lifeverse.trigger.profile.Projection;
import com.lifeverse.trigger.profile.Projection.Source;
import com.lifeverse.trigger.spec.About;
import com.lifeverse.trigger.spec.Effect;
import com.lifeverse.trigger.spec.EventField;
import com.lifeverse.trigger.spec.Limits;
import com.lifeverse.trigger.spec.Once;
import com.lifeverse.trigger.spec.Pace;
import com.lifeverse.trigger.spec.Span;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the tests of triggers start from. */
public final class Given {
    public static final Instant NOW = Instant.parse("2026-11-20T18:42:08Z");
    public static final String ANNA = "ply_019a9f2e-6c00-7a11-8b22-3c44d5e6f701";
    public static final String BEN = "ply_019a9f2e-6c00-7a11-8b22-3c44d5e6f702";
    public static final String VERSION = "0a1b2c3d";
    public static final Span DAY = new Span(Duration.ofDays(1));

    /** Tells where players sign in, and counts what they win. */
    public static final ProfileForm PROFILE = new ProfileForm(
            new TreeSet<>(Set.of("newcomer", "vip")),
            new TreeSet<>(Set.of("coins", "wins")),
            List.of(
                    new Projection(
                            "session.started.v1",
                            Map.of("detail-type", List.of("session.started.v1")),
                            List.of(new Source.Value(Attribute.PLATFORM, new EventField("payload.platform")))),
                    new Projection(
                            "match.ended.v1",
                            Map.of("detail-type", List.of("match.ended.v1")),
                            List.of(new Source.Plus("wins", 1)))));

    public static final About ABOUT = new About(
            "A player's first win each day earns a small bonus.",
            List.of("economy"),
            "economy-team",
            "runbooks/grants.md",
            "Announced in the inbox with text.");

    private Given() {}

    /** Fires at the first win of the day. */
    public static Trigger firstWin() {
        return trigger(1, DAY, 1, DAY);
    }

    /** As the first win of the day, by another name. */
    public static Trigger named(String id) {
        var sound = firstWin();
        return new Trigger(
                id,
                VERSION,
                sound.about(),
                sound.when(),
                sound.player(),
                sound.window(),
                sound.limits(),
                sound.once(),
                sound.pace(),
                sound.effects());
    }

    /** Fires at every {@code count}-th win within a span, so often within another. */
    public static Trigger trigger(int count, Span within, int times, Span per) {
        return trigger(Window.counting(count, within), Limits.perPlayer(times, per));
    }

    public static Trigger trigger(Window window, Limits limits) {
        return trigger(window, limits, List.of(new Effect.Grant("coins", 100), new Effect.Notify("first-win")));
    }

    public static Trigger trigger(Window window, Limits limits, List<Effect> effects) {
        return new Trigger(
                "first-win-of-the-day",
                VERSION,
                ABOUT,
                Map.of("detail-type", List.of("match.ended.v1")),
                Map.of(),
                window,
                limits,
                new Once(Optional.empty(), Optional.empty()),
                Pace.USUAL,
                effects);
    }

    /** As {@link #trigger}, thrice a day, with firings that are held back. */
    public static Trigger paced(Pace pace, Window window) {
        return paced(pace, trigger(window, Limits.perPlayer(3, DAY)));
    }

    /** The same at another pace. */
    public static Trigger paced(Pace pace, Trigger sound) {
        return with(sound, sound.once(), pace);
    }

    /** The same that remembers what happened for so long only. */
    public static Trigger remembering(Duration horizon, Trigger sound) {
        return with(sound, new Once(Optional.empty(), Optional.of(horizon)), sound.pace());
    }

    private static Trigger with(Trigger sound, Once once, Pace pace) {
        return new Trigger(
                sound.id(),
                VERSION,
                sound.about(),
                sound.when(),
                sound.player(),
                sound.window(),
                sound.limits(),
                once,
                pace,
                sound.effects());
    }

    /** Anna wins a match at that time. */
    public static Envelope win(String match, Instant time) {
        return win(ANNA, match, time);
    }

    public static Envelope win(String playerId, String match, Instant time) {
        var payload =
                Map.<String, Object>of("matchId", match, "mode", "duel", "outcome", "win", "durationSeconds", 600);
        return Envelope.first("evt_" + match, "match.ended.v1", time, playerId, "game-server", payload)
                .deduplicatedBy(match);
    }

    /** The same event as if so many others had led to it. */
    public static Envelope afterHops(Envelope event, int hops) {
        return new Envelope(
                event.id(),
                event.type(),
                event.version(),
                event.time(),
                event.playerId(),
                event.eventGroupId(),
                event.deduplicationId(),
                event.correlationId(),
                event.causation(),
                hops,
                event.producer(),
                event.isReplay(),
                event.payload());
    }

    /** The same event, told again from the archive. */
    public static Envelope replayed(Envelope event) {
        return new Envelope(
                event.id(),
                event.type(),
                event.version(),
                event.time(),
                event.playerId(),
                event.eventGroupId(),
                event.deduplicationId(),
                event.correlationId(),
                event.causation(),
                event.hops(),
                event.producer(),
                true,
                event.payload());
    }
}
