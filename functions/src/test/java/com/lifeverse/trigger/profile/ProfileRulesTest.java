package com.lifeverse.trigger.profile;

import static com.lifeverse.trigger.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.trigger.Given;
import com.lifeverse.trigger.profile.Profile.Said;
import com.lifeverse.trigger.profile.ProfileStep.Count;
import com.lifeverse.trigger.profile.ProfileStep.Mark;
import com.lifeverse.trigger.profile.ProfileStep.Say;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
class ProfileRulesTest {
    private static final Duration HORIZON = Duration.ofDays(15);
    private static final List<String> PLATFORMS = List.of("pc", "switch", "ios");

    @Test
    void laterValueHoldsAndAnEventThatComesLateDoesNotPutItBack() {
        var known = after(
                said(1, NOW.minusSeconds(60), "pc"), said(2, NOW, "switch"), said(3, NOW.minusSeconds(30), "ios"));

        assertThat(known.said()).containsEntry(Attribute.PLATFORM, new Said("switch", NOW));
    }

    @Test
    void valueThatWasSaidAgainIsNotPutBackByWhatWasSaidInBetween() {
        var known =
                after(said(1, NOW.minusSeconds(60), "pc"), said(2, NOW, "pc"), said(3, NOW.minusSeconds(30), "switch"));

        assertThat(known.said()).containsEntry(Attribute.PLATFORM, new Said("pc", NOW));
    }

    @Test
    void tagThatWasTakenAwayDoesNotComeBackByAnOlderEvent() {
        var known = after(
                new ProfileNews(1, NOW, List.of(new Mark("vip", NOW))),
                new ProfileNews(2, NOW.minusSeconds(1), List.of(new Mark("vip", NOW.plus(HORIZON)))));

        assertThat(ProfileDocument.of(Given.ANNA, known, Given.PROFILE, NOW)).containsEntry("tags", List.of());
    }

    @Test
    void whatIsOlderThanTheHorizonChangesNothing() {
        var old = new ProfileNews(
                1, NOW.minus(HORIZON).minusSeconds(1), List.of(new Count("wins", 1), new Say(Attribute.LEVEL, "3")));

        assertThat(after(old)).isEqualTo(Profile.NEW);
    }

    @Test
    void repeatOfARecentHappeningIsKnownWithoutBeingLookedFor() {
        var won = new ProfileNews(7, NOW, List.of(new Count("wins", 1)));

        assertThat(after(won, won).counters()).containsEntry("wins", 1L);
    }

    @Test
    void whatIsNotDeclaredAnyMoreGoesOnlyWhereRoomIsNeeded() {
        var few = after(new ProfileNews(1, NOW, List.of(new Count("former", 1))));
        assertThat(few.counters()).containsKey("former");

        var many = after(new ProfileNews(
                1,
                NOW,
                IntStream.rangeClosed(0, Profile.MOST)
                        .mapToObj(at -> (ProfileStep) new Count(at == 0 ? "wins" : "former-" + at, 1))
                        .toList()));
        assertThat(many.counters()).containsOnlyKeys("wins");
    }

    /** Against what a slow reader of the whole story in order would know. */
    @RepeatedTest(200)
    void inWhicheverOrderAndHoweverOftenTheSameIsKnownInTheEnd(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var story = IntStream.range(0, 40).mapToObj(at -> news(at, random)).toList();
        var deliveries = new ArrayList<>(story);
        story.stream().filter(_ -> random.nextBoolean()).forEach(deliveries::add);
        Collections.shuffle(deliveries, random);
        var known = after(deliveries);

        var inOrder = after(story);
        assertThat(known.said()).isEqualTo(inOrder.said());
        assertThat(known.tags()).isEqualTo(inOrder.tags());
        assertThat(known.counters()).isEqualTo(inOrder.counters());
        assertThat(inOrder.counters().getOrDefault("wins", 0L))
                .isEqualTo(story.stream()
                        .flatMap(news -> news.steps().stream())
                        .mapToLong(step -> step instanceof Count(var name, var by) && name.equals("wins") ? by : 0)
                        .sum());
        story.stream()
                .flatMap(news -> news.steps().stream()
                        .filter(Say.class::isInstance)
                        .map(step -> new Said(((Say) step).value(), news.at())))
                .reduce(Said::or)
                .ifPresent(last -> assertThat(known.said()).containsEntry(Attribute.PLATFORM, last));
    }

    // Few different moments, so that some are the same.
    private static ProfileNews news(int at, Random random) {
        var time = NOW.minusSeconds(random.nextInt(12));
        ProfileStep step = switch (random.nextInt(4)) {
            case 0 -> new Say(Attribute.PLATFORM, PLATFORMS.get(random.nextInt(PLATFORMS.size())));
            case 1 -> new Mark("vip", time.plusSeconds(random.nextInt(3) * 60L));
            case 2 -> new Count("coins", random.nextInt(9) - 4L);
            default -> new Count("wins", 1);
        };
        return new ProfileNews(at, time, List.of(step));
    }

    private static ProfileNews said(long key, Instant at, String platform) {
        return new ProfileNews(key, at, List.of(new Say(Attribute.PLATFORM, platform)));
    }

    private static Profile after(ProfileNews... news) {
        return after(List.of(news));
    }

    private static Profile after(List<ProfileNews> all) {
        var profile = Profile.NEW;
        var counted = new HashSet<Long>();
        for (var news : all) {
            var learnt = ProfileRules.after(
                    profile, news, all.size() > Profile.RECENT ? counted : Set.of(), Given.PROFILE, NOW, HORIZON);
            profile = learnt.profile();
            if (learnt.counted()) {
                counted.add(news.key());
            }
        }
        return profile;
    }
}
