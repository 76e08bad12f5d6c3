package com.lifeverse.trigger.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Violation;
import com.lifeverse.trigger.EventType;
import com.lifeverse.trigger.Given;
import com.lifeverse.trigger.profile.ProfileForm;
import com.lifeverse.trigger.profile.Projection;
import com.lifeverse.trigger.profile.Projection.Source;
import com.lifeverse.trigger.spec.Effect;
import com.lifeverse.trigger.spec.Trigger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

    @Test
    void whatAClientChangesInAProfileDoesNotDecideOnAGrantOverAnyNumberOfTriggers() {
        var wins = Map.<String, Object>of("counters", Map.of("wins", List.of(3)));
        var fan = trigger("fan", "photo.taken.v1", new Effect.Flag("vip", Duration.ofDays(1)));
        var counting = suiting("counting", Map.of("tags", List.of("vip")), new Effect.Counter("coins", 1));
        var rich = suiting("rich", Map.of("counters", Map.of("coins", List.of(1))), LANTERN);

        assertThat(findings(fan, counting, rich, suiting("fine", wins, LANTERN)))
                .isEqualTo(Map.of(
                        "rich",
                        List.of(new Violation(
                                "/player/counters/coins",
                                "goes by what clients say, and leads to a grant; a hacked one would mint: fan → tags.vip"
                                        + " → counting → counters.coins"))));
        assertThat(findings(fan, suiting("harmless", Map.of("tags", List.of("vip")), new Effect.Notify("hello"))))
                .isEmpty();
    }

    @Test
    void whatAClientChangesIsFollowedThroughAlternativesAndPatternsOfTags() {
        var fan = trigger("fan", "photo.taken.v1", new Effect.Flag("vip", Duration.ofDays(1)));
        Map<String, Object> either =
                Map.of("$or", List.of(Map.of("level", List.of(3)), Map.of("untagged", List.of("vip"))));

        assertThat(findings(fan, suiting("either", either, LANTERN)).get("either"))
                .extracting(Violation::pointer)
                .containsExactly("/player/$or/1/untagged/0");
        assertThat(findings(fan, suiting("any", Map.of("tags", List.of(Map.of("prefix", "v"))), LANTERN)))
                .containsKey("any");
    }

    @Test
    void whatAProjectionTakesFromClientsDoesNotDecideOnAGrant() {
        var form = new ProfileForm(
                new TreeSet<>(Set.of("vip")),
                new TreeSet<>(),
                List.of(new Projection(
                        "photo.taken.v1",
                        Map.of("detail-type", List.of("photo.taken.v1")),
                        List.of(new Source.Tagged("vip", Duration.ofDays(1))))));
        var rewarded = suiting("rewarded", Map.of("tags", List.of("vip")), LANTERN);
        var promoted = trigger("promoted", "profile.changed.v1", LANTERN);

        assertThat(findings(form, rewarded, promoted))
                .containsKeys("rewarded", "promoted")
                .hasEntrySatisfying(
                        "promoted",
                        found -> assertThat(found.getFirst().message())
                                .contains("photo.taken.v1 → tags.vip → promoted"));
        assertThat(findings(form, suiting("signed-in", Map.of("platform", List.of("switch")), LANTERN)))
                .isEmpty();
    }

    @Test
    void triggerThatChangesWhatItHearsOfCausesItselfUnlessItNamesOtherChanges() {
        var any = trigger("any", "profile.changed.v1", new Effect.Counter("coins", 1));
        var levels = changed("levels", "level", new Effect.Counter("coins", 1));
        var coins = changed("coins", "counters.coins", new Effect.Counter("coins", 1));

        assertThat(findings(any).get("any"))
                .containsExactly(new Violation("/effects", "can cause itself: any → profile.changed.v1 → any"));
        assertThat(findings(levels)).isEmpty();
        assertThat(findings(coins)).containsKey("coins");
        assertThat(findings(levels, changed("more", "counters.coins", new Effect.Flag("vip", Duration.ofDays(1)))))
                .isEmpty();
        assertThat(findings(
                        changed("tagged", "tags.vip", new Effect.Counter("coins", 1)),
                        changed("counted", "counters.coins", new Effect.Flag("vip", Duration.ofDays(1)))))
                .containsOnlyKeys("tagged", "counted");
    }

    @Test
    void eventThatAProjectionCountsChangesAProfileToo() {
        var form = new ProfileForm(
                new TreeSet<>(),
                new TreeSet<>(Set.of("quests")),
                List.of(new Projection(
                        "quest.done.v1",
                        Map.of("detail-type", List.of("quest.done.v1")),
                        List.of(new Source.Plus("quests", 1)))));

        assertThat(findings(form, changed("again", "counters.quests", emit("quest.done.v1")))
                        .get("again"))
                .containsExactly(new Violation("/effects", "can cause itself: again → profile.changed.v1 → again"));
    }

    private static Map<String, List<Violation>> findings(Trigger... triggers) {
        return findings(Given.PROFILE, triggers);
    }

    private static Map<String, List<Violation>> findings(ProfileForm form, Trigger... triggers) {
        var surroundings = new Surroundings(
                Set.of(),
                name -> Optional.ofNullable(TYPES.get(name)),
                (_, _) -> List.of(),
                _ -> Optional.empty(),
                _ -> Optional.empty(),
                _ -> false,
                form,
                Set.of(),
                _ -> true,
                (_, _) -> Optional.empty(),
                (_, _, _) -> Extent.UNKNOWN,
                (_, _) -> true);
        var byName = new TreeMap<String, List<Violation>>();
        new CatalogueLint(surroundings)
                .findings(List.of(triggers))
                .forEach((trigger, found) -> byName.put(trigger.id(), found));
        return byName;
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

    private static Trigger changed(String id, String name, Effect effect) {
        var payload = Map.of("payload", Map.of("changed", List.of(name)));
        return trigger(id, Map.of("detail-type", List.of("profile.changed.v1"), "detail", payload), effect);
    }

    private static Trigger suiting(String id, Map<String, Object> player, Effect effect) {
        var sound = trigger(id, "match.ended.v1", effect);
        return new Trigger(
                id,
                Given.VERSION,
                sound.about(),
                sound.when(),
                player,
                sound.window(),
                sound.limits(),
                sound.once(),
                sound.pace(),
                sound.effects());
    }

    private static Trigger trigger(String id, Map<String, Object> when, Effect effect) {
        var sound = Given.firstWin();
        return new Trigger(
                id,
                Given.VERSION,
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
