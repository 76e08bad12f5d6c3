package com.lifeverse.session.preference;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.Platform;
import com.lifeverse.session.preference.Accessibility.Setting;
import com.lifeverse.session.preference.Preferences.Saved;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Preferences} does. */
@SuppressWarnings("NullAway.Init")
public abstract class PreferencesContract {
    private static final String PLAYER = "ply_1";
    private static final List<Envelope> NEWS = List.of();
    protected static final PlayerPreferences FIRST = new PlayerPreferences(
            new CrossPlayWish.Listed(List.of(Platform.XBOX, Platform.PC)),
            new Accessibility(
                    Set.of(Setting.CAPTIONS, Setting.SLOWER_TIMERS), Palette.TRITANOPIA, Map.of("jump", "button-b")),
            Visibility.NOBODY,
            1);

    private Preferences preferences;

    /** Nobody has said anything. */
    protected abstract Preferences preferences();

    @BeforeEach
    void empty() {
        preferences = preferences();
    }

    @Test
    void whoHasSaidNothingPlaysWithEverybodyAndIsSeenByFriends() {
        assertThat(preferences.of(PLAYER)).isEqualTo(PlayerPreferences.NONE);
    }

    @Test
    void whatIsSavedIsReadAsItWas() {
        assertThat(preferences.save(PLAYER, FIRST, NEWS)).isEqualTo(new Saved.Done());
        assertThat(preferences.of(PLAYER)).isEqualTo(FIRST);
        assertThat(preferences.of("ply_2")).isEqualTo(PlayerPreferences.NONE);
    }

    @Test
    void aChangeReplacesAll() {
        preferences.save(PLAYER, FIRST, NEWS);
        var next = PlayerPreferences.NONE.following(1);

        assertThat(preferences.save(PLAYER, next, NEWS)).isEqualTo(new Saved.Done());
        assertThat(preferences.of(PLAYER)).isEqualTo(next);
    }

    @Test
    void oneThatIsSentAgainIsRecognised() {
        preferences.save(PLAYER, FIRST, NEWS);

        assertThat(preferences.save(PLAYER, FIRST, NEWS)).isEqualTo(new Saved.Done());
    }

    @Test
    void theSecondOfTwoDevicesHearsHowItStands() {
        preferences.save(PLAYER, FIRST, NEWS);

        assertThat(preferences.save(PLAYER, PlayerPreferences.NONE.following(0), NEWS))
                .isEqualTo(new Saved.Overtaken(FIRST));
        assertThat(preferences.save(PLAYER, PlayerPreferences.NONE.following(7), NEWS))
                .isEqualTo(new Saved.Overtaken(FIRST));
    }

    @Test
    void aChangeOfNothingIsRefused() {
        assertThat(preferences.save(PLAYER, FIRST.following(3), NEWS))
                .isEqualTo(new Saved.Overtaken(PlayerPreferences.NONE));
    }
}
