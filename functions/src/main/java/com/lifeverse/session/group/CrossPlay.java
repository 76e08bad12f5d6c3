package com.lifeverse.session.group;

import com.lifeverse.session.Platform;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** With whom, by platform, a player wants to play. */
public sealed interface CrossPlay {
    /** With anyone. */
    record Anyone() implements CrossPlay {}

    /** With those on the same platform only. */
    record SamePlatform() implements CrossPlay {}

    /** With those on these platforms, and on their own. */
    record Listed(Set<Platform> platforms) implements CrossPlay {
        public Listed {
            platforms = Set.copyOf(platforms);
        }
    }

    /** True if a player on {@code own} who wants this plays with one on {@code other}. */
    default boolean allows(Platform own, Platform other) {
        return own == other
                || switch (this) {
                    case Anyone() -> true;
                    case SamePlatform() -> false;
                    case Listed(var platforms) -> platforms.contains(other);
                };
    }

    /** As a preference is stored: {@code allowed}, {@code samePlatformOnly}, or platforms with commas between. */
    default String text() {
        return switch (this) {
            case Anyone() -> "allowed";
            case SamePlatform() -> "samePlatformOnly";
            case Listed(var platforms) ->
                EnumSet.copyOf(platforms).stream().map(Platform::text).collect(Collectors.joining(","));
        };
    }

    /**
     * The wish in that text.
     *
     * @throws IllegalArgumentException if it names an unknown platform
     */
    static CrossPlay of(String text) {
        return switch (text) {
            case "allowed" -> new Anyone();
            case "samePlatformOnly" -> new SamePlatform();
            default ->
                new Listed(Arrays.stream(text.split(",", -1)).map(Platform::of).collect(Collectors.toSet()));
        };
    }
}
