package com.lifeverse.trigger.profile;

import static com.lifeverse.trigger.Given.ANNA;
import static com.lifeverse.trigger.Given.BEN;
import static com.lifeverse.trigger.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Envelope;
import com.lifeverse.trigger.profile.Profile.Said;
import com.lifeverse.trigger.profile.Profile.Tag;
import com.lifeverse.trigger.profile.Profiles.Change;
import com.lifeverse.trigger.profile.Profiles.Saved;
import com.lifeverse.trigger.profile.Profiles.Stored;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What every store of profiles keeps. A subclass says which one, empty for each test, and what it has told so far. */
public abstract class ProfilesContract {
    private static final Profile FIRST = wins(1);
    private static final Profile SECOND = wins(2);

    protected abstract Profiles profiles();

    /** What the store's writes have told, in order. */
    protected abstract List<Envelope> told();

    @Test
    void profileThatNobodyWroteIsNew() {
        assertThat(profiles().read(ANNA)).isEqualTo(Stored.NOTHING);
    }

    @Test
    void writtenProfileIsReadBackWhole() {
        var whole = new Profile(
                Map.of(Attribute.PLATFORM, new Said("switch", NOW.plusMillis(7)), Attribute.LEVEL, new Said("12", NOW)),
                new TreeMap<>(Map.of("vip", new Tag(NOW.plusSeconds(60), NOW), "newcomer", new Tag(NOW, NOW))),
                new TreeMap<>(Map.of("wins", 3L, "coins", -1_000_000_000_000L)),
                List.of(1L, Long.MIN_VALUE, -1L));

        assertThat(save(ANNA, Stored.NOTHING, whole, "cmd_1")).isEqualTo(new Saved.Done());
        assertThat(profiles().read(ANNA)).isEqualTo(new Stored(1, whole));
        assertThat(profiles().read(BEN)).isEqualTo(Stored.NOTHING);
    }

    @Test
    void whatIsToldIsToldWithTheWriteAndNotAgain() {
        var told = Envelope.first("evt_1", ProfileForm.CHANGED, NOW, ANNA, "trigger", Map.of("revision", 1));
        profiles().save(new Change(ANNA, Stored.NOTHING, FIRST, List.of(), NOW, Optional.of(told), "cmd_1"));
        save(ANNA, new Stored(1, FIRST), SECOND, "cmd_2");

        assertThat(told()).containsExactly(told);
    }

    @Test
    void whoWasOvertakenHearsWhatIsThereAndWritesNothing() {
        save(ANNA, Stored.NOTHING, FIRST, "cmd_1");

        assertThat(save(ANNA, Stored.NOTHING, SECOND, "cmd_2", 9))
                .isEqualTo(new Saved.Overtaken(new Stored(1, FIRST), Set.of()));
        assertThat(profiles().counted(ANNA, Set.of(9L))).isEmpty();
    }

    @Test
    void ownWriteWhoseAnswerGotLostIsRecognised() {
        save(ANNA, Stored.NOTHING, FIRST, "cmd_1", 7);

        assertThat(save(ANNA, Stored.NOTHING, FIRST, "cmd_1", 7)).isEqualTo(new Saved.Done());
        assertThat(profiles().read(ANNA).revision()).isEqualTo(1);
    }

    @Test
    void whatWasCountedCannotBeCountedAgainWhateverTheProfileSays() {
        save(ANNA, Stored.NOTHING, FIRST, "cmd_1", 7, -8);

        assertThat(save(ANNA, new Stored(1, FIRST), SECOND, "cmd_2", 7, 9))
                .isEqualTo(new Saved.Overtaken(new Stored(1, FIRST), Set.of(7L)));
        assertThat(profiles().counted(ANNA, Set.of(7L, -8L, 9L))).containsExactlyInAnyOrder(7L, -8L);
        assertThat(save(BEN, Stored.NOTHING, FIRST, "cmd_3", 7)).isEqualTo(new Saved.Done());
    }

    private Saved save(String playerId, Stored before, Profile after, String command, long... counted) {
        return profiles()
                .save(new Change(
                        playerId,
                        before,
                        after,
                        Arrays.stream(counted).boxed().toList(),
                        NOW.plus(Duration.ofDays(16)),
                        Optional.empty(),
                        command));
    }

    private static Profile wins(long count) {
        return new Profile(Map.of(), new TreeMap<>(), new TreeMap<>(Map.of("wins", count)), List.of());
    }
}
