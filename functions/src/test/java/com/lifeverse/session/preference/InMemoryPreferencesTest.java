package com.lifeverse.session.preference;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.Platform;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class InMemoryPreferencesTest extends PreferencesContract implements Preferences {
    private final Map<String, PlayerPreferences> saved = new HashMap<>();

    @Override
    protected Preferences preferences() {
        return this;
    }

    @Override
    public PlayerPreferences of(String playerId) {
        return saved.getOrDefault(playerId, PlayerPreferences.NONE);
    }

    @Override
    public Saved save(String playerId, PlayerPreferences preferences, List<Envelope> news) {
        var current = of(playerId);
        if (current.revision() != preferences.revision() - 1 && !current.equals(preferences)) {
            return new Saved.Overtaken(current);
        }
        saved.put(playerId, preferences);
        return new Saved.Done();
    }

    @Test
    void aWishIsReadFromItsText() {
        for (var wish : List.of(
                new CrossPlayWish.Allowed(),
                new CrossPlayWish.SamePlatformOnly(),
                new CrossPlayWish.Listed(List.of(Platform.PC, Platform.SWITCH)))) {
            assertThat(CrossPlayWish.of(wish.text())).isEqualTo(wish);
        }
    }

    @Test
    void noTextFormShowsWhatAPlayerNeeds() {
        assertThat(FIRST.toString())
                .doesNotContainIgnoringCase("captions")
                .doesNotContainIgnoringCase("slower")
                .doesNotContainIgnoringCase("tritanopia")
                .doesNotContain("jump");
    }
}
