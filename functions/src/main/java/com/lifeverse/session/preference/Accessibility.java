package com.lifeverse.session.preference;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a player needs to play. These are facts about a person's body and mind: they are told to nobody but the player and the
 * rules that honour them, and no text form of this shows them.
 *
 * @param on the settings that are on
 * @param inputRemaps what does an action instead, by the action's name
 */
public record Accessibility(Set<Setting> on, Palette palette, SortedMap<String, String> inputRemaps) {
    /** Settings that are on or off. The texts are part of the HTTP contract. */
    public enum Setting {
        CAPTIONS("captions"),
        TEXT_TO_SPEECH("textToSpeech"),
        SPEECH_TO_TEXT("speechToText"),
        REDUCED_MOTION("reducedMotion"),
        ONE_HANDED("oneHanded"),
        SLOWER_TIMERS("slowerTimers");

        private final String text;

        Setting(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** Of one who has said nothing. */
    public static final Accessibility NONE = new Accessibility(Set.of(), Palette.STANDARD, new TreeMap<>());

    public Accessibility {
        on = Set.copyOf(on);
        inputRemaps = Collections.unmodifiableSortedMap(new TreeMap<>(inputRemaps));
    }

    public Accessibility(Set<Setting> on, Palette palette, Map<String, String> inputRemaps) {
        this(on, palette, new TreeMap<>(inputRemaps));
    }

    @Override
    public String toString() {
        return "Accessibility[not shown]";
    }
}
