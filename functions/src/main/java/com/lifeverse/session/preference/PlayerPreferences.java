package com.lifeverse.session.preference;

/**
 * What a player wants and needs.
 *
 * @param revision grows with each change; 0 of one who has said nothing yet
 */
public record PlayerPreferences(
        CrossPlayWish crossPlay, Accessibility accessibility, Visibility presence, long revision) {
    /** Of one who has said nothing: plays with everybody, and is seen by friends. */
    public static final PlayerPreferences NONE =
            new PlayerPreferences(new CrossPlayWish.Allowed(), Accessibility.NONE, Visibility.FRIENDS, 0);

    /** These as they stand after a change of what had {@code seen}. */
    public PlayerPreferences following(long seen) {
        return new PlayerPreferences(crossPlay, accessibility, presence, seen + 1);
    }
}
