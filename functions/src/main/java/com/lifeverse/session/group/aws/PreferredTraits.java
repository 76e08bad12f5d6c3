package com.lifeverse.session.group.aws;

import com.lifeverse.session.group.Feature;
import com.lifeverse.session.group.MemberTraits;
import com.lifeverse.session.group.Traits;
import com.lifeverse.session.preference.Accessibility.Setting;
import com.lifeverse.session.preference.Preferences;
import java.util.EnumSet;
import java.util.Optional;

/** Traits as players' preferences say them. */
public final class PreferredTraits implements MemberTraits {
    private final Preferences preferences;

    public PreferredTraits(Preferences preferences) {
        this.preferences = preferences;
    }

    @Override
    public Traits of(String playerId) {
        var found = preferences.of(playerId);
        var needs = EnumSet.noneOf(Feature.class);
        found.accessibility().on().forEach(setting -> feature(setting).ifPresent(needs::add));
        return new Traits(found.crossPlay(), needs);
    }

    /** What a group has to do for one who plays with that setting, if anything. */
    private static Optional<Feature> feature(Setting setting) {
        return switch (setting) {
            case CAPTIONS -> Optional.of(Feature.CAPTIONS);
            case TEXT_TO_SPEECH, SPEECH_TO_TEXT -> Optional.of(Feature.TEXT_CHAT);
            case SLOWER_TIMERS -> Optional.of(Feature.SLOWER_TIMERS);
            case REDUCED_MOTION, ONE_HANDED -> Optional.empty();
        };
    }
}
