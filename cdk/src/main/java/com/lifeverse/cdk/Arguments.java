package com.lifeverse.cdk;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the app was asked for.
 *
 * @param stage the stage's name
 * @param root the repository's top directory
 * @param out where the assembly goes; null lets the CDK choose, as its command line expects
 */
record Arguments(String stage, Path root, @Nullable Path out) {
    private static final String USAGE = "usage: [--stage NAME] [--out DIRECTORY] [--root DIRECTORY]";

    /**
     * Reads arguments, with {@code LIFEVERSE_STAGE} as the stage where none is given.
     *
     * @throws IllegalArgumentException saying the usage
     */
    static Arguments parse(String[] arguments, Map<String, String> environment) {
        var stage = environment.getOrDefault("LIFEVERSE_STAGE", "dev");
        var root = Path.of("");
        Path out = null;
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " has no value; " + USAGE);
            }
            var value = arguments[i + 1];
            switch (arguments[i]) {
                case "--stage" -> stage = value;
                case "--root" -> root = Path.of(value);
                case "--out" -> out = Path.of(value);
                default -> throw new IllegalArgumentException("unknown " + arguments[i] + "; " + USAGE);
            }
        }
        return new Arguments(stage, root.toAbsolutePath().normalize(), out);
    }
}
