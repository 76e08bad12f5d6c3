package com.lifeverse.trigger.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Violation;
import com.lifeverse.trigger.EventType;
import com.lifeverse.trigger.Given;
import com.lifeverse.trigger.spec.Effect;
import com.lifeverse.trigger.spec.Trigger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
class CatalogueLintTest {
    private static final Map<String, EventType> TYPES =
            Map.of("photo.taken.v1", new EventType("photo.taken.v1", List.of("player"), List.of("trigger-engine")));
    private static final Effect LANTERN = new Effect.Grant("lantern", 1);

    @Test
    void triggersThatLeadNowhereTwiceAreFine() {
        assertThat(findings(
                        trigger("first", "match.ended.v1", emit("quest.done.v1")),
                        trigger("second", "quest.done.v1", LANTERN)))
                .isEmpty();
    }

    @Test
    void cycleIsShownToEachOfItsTriggers() {
        assertThat(findings(
                        trigger("first", "grant.made.v1", emit("quest.done.v1")),
                        trigger("second", "quest.done.v1", LANTERN)))
                .containsEntry(
                        "first",
                        List.of(new Violation(
                                "/effects",
                                "can cause itself: first → quest.done.v1 → second → grant.made.v1 → first")))
                .containsKey("second");
    }

    @Test
    void triggerThatHearsFiringsCausesItselfUnlessItNamesOthers() {
        var any = trigger("any", "trigger.fired.v1", new Effect.Notify("wow"));
        var named = listening("named", "first");

        assertThat(findings(any)).containsKey("any");
        assertThat(findings(named)).isEmpty();
        assertThat(findings(listening("named", "named"))).containsKey("named");
    }

    @Test
    void whatAClientSaysIsFollowedOverOtherTriggersToAGrant() {
        assertThat(findings(
                        trigger("gallery", "photo.taken.v1", emit("quest.done.v1")),
                        trigger("reward", "quest.done.v1", LANTERN)))
                .containsEntry(
                        "reward",
                        List.of(new Violation(
                                "/when",
                                "leads from what clients say to a grant; a hacked one would mint: gallery →"
                                        + " quest.done.v1 → reward")));
    }

    private static Map<String, List<Violation>> findings(Trigger... triggers) {
        var surroundings = new Surroundings(
                Set.of(),
                name -> Optional.ofNullable(TYPES.get(name)),
                (_, _) -> List.of(),
                _ -> Optional.empty(),
                _ -> Optional.empty());
        return new CatalogueLint(surroundings).findings(List.of(triggers));
    }

    private static Effect emit(String type) {
        return new Effect.Emit(type, Map.of());
    }

    private static Trigger trigger(String id, String type, Effect effect) {
        return trigger(id, Map.of("detail-type", List.of(type)), effect);
    }

    private static Trigger listening(String id, String named) {
        var payload = Map.of("payload", Map.of("trigger", List.of(named)));
        return trigger(
                id, Map.of("detail-type", List.of("trigger.fired.v1"), "detail", payload), new Effect.Notify("wow"));
    }

    private static Trigger trigger(String id, Map<String, Object> when, Effect effect) {
        var sound = Given.firstWin();
        return new Trigger(
                id,
                sound.about(),
                when,
                Map.of(),
                sound.window(),
                sound.limits(),
                sound.once(),
                sound.pace(),
                List.of(effect));
    }
}
