package com.lifeverse.liveops.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.lifeverse.liveops.timeline.KeyChain.Link;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class KeyChainTest {
    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");
    private static final Duration LIFE = Duration.ofDays(2);
    private static final KeyChain FIRST = new KeyChain(List.of(new Link("one", Instant.EPOCH, Optional.empty())));

    @Test
    void theKeyThatFollowsIsPublishedDaysBeforeItSignsAndTheOldOneAsLongAsATimelineOfItLives() {
        var both = FIRST.followedBy("two", NOW, LIFE);

        assertThat(secrets(both.published(NOW))).containsExactly("one", "two");
        assertThat(both.signing(NOW.plus(KeyChain.AHEAD).minusSeconds(1)).secret())
                .isEqualTo("one");
        assertThat(both.signing(NOW.plus(KeyChain.AHEAD)).secret()).isEqualTo("two");
        var last = NOW.plus(KeyChain.AHEAD).minusSeconds(1).plus(LIFE);
        assertThat(secrets(both.published(last)))
                .as("the last timeline that the old one signed is still good")
                .containsExactly("one", "two");
        assertThat(secrets(both.published(last.plusSeconds(1)))).containsExactly("two");
    }

    @Test
    void aKeyIsReplacedEachNinetyDaysAndWhoLooksTwiceFindsNothingToDo() {
        assertThat(FIRST.isDue(NOW))
                .as("of the first nobody knows how old it is")
                .isTrue();
        var both = FIRST.followedBy("two", NOW, LIFE);
        var from = NOW.plus(KeyChain.AHEAD);

        assertThat(both.isDue(NOW)).isFalse();
        assertThat(both.isDue(from.plus(Duration.ofDays(87)).minusSeconds(1))).isFalse();
        assertThat(both.isDue(from.plus(Duration.ofDays(87)))).isTrue();
        assertThat(both.followedBy("three", from.plus(Duration.ofDays(87)), LIFE)
                        .links())
                .extracting(Link::secret, Link::validFrom)
                .containsExactly(tuple("two", from), tuple("three", from.plus(Duration.ofDays(90))));
    }

    @Test
    void atEveryMomentOfAYearWhatIsSignedCanBeCheckedWithTheKeysOfADayBefore() {
        var chain = FIRST;
        for (int hour = 0; hour < 365 * 24; hour++) {
            var now = NOW.plus(Duration.ofHours(hour));
            var yesterday = chain.published(now);
            if (chain.isDue(now)) {
                chain = chain.followedBy("of hour " + hour, now, LIFE);
            }
            assertThat(secrets(yesterday))
                    .contains(chain.signing(now.plus(Duration.ofDays(1))).secret());
        }
        assertThat(chain.links()).hasSizeLessThanOrEqualTo(2);
    }

    private static List<String> secrets(List<Link> links) {
        return links.stream().map(Link::secret).toList();
    }
}
