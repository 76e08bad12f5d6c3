package com.lifeverse.session.preference;

import com.lifeverse.session.Platform;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;

/** With whom, by platform, a player wants to play. */
public sealed interface CrossPlayWish {
    /** With everybody. */
    record Allowed() implements CrossPlayWish {}

    /** With those on the same platform only. */
    record SamePlatformOnly() implements CrossPlayWish {}

    /** With those on these platforms; at least one, in the order of {@link Platform}. */
    record Listed(List<Platform> platforms) implements CrossPlayWish {
        public Listed {
            platforms = List.copyOf(EnumSet.copyOf(platforms));
        }
    }

    /** True if a player on {@code own} who wishes this plays with one on {@code other}. */
    default boolean allows(Platform own, Platform other) {
        return own == other
                || switch (this) {
                    case Allowed() -> true;
                    case SamePlatformOnly() -> false;
                    case Listed(var platforms) -> platforms.contains(other);
                };
    }

    /** {@code allowed}, {@code samePlatformOnly}, or the platforms with commas between; group policies read this. */
    default String text() {
        return switch (this) {
            case Allowed() -> "allowed";
            case SamePlatformOnly() -> "samePlatformOnly";
            case Listed(var platforms) -> platforms.stream().map(Platform::text).collect(Collectors.joining(","));
        };
    }

    /**
     * The wish of that text.
     *
     * @throws IllegalArgumentException if it is none
     */
    static CrossPlayWish of(String text) {
        return switch (text) {
            case "allowed" -> new Allowed();
            case "samePlatformOnly" -> new SamePlatformOnly();
            default ->
                new Listed(Arrays.stream(text.split(",", -1)).map(Platform::of).toList());
        };
    }
}
