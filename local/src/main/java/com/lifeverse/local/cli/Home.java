package com.lifeverse.local.cli;

import java.nio.file.Path;

/** Where the checkout is, as {@code ./dev} says it. */
final class Home {
    private Home() {}

    static Path directory() {
        return Path.of(System.getProperty("lifeverse.home", "."));
    }

    /** A path as the caller means it: relative to where {@code ./dev} was called, not to the checkout. */
    static Path resolve(Path path) {
        return Path.of(System.getProperty("lifeverse.called-from", ".")).resolve(path);
    }

    /** The assembly that {@code ./dev synth} keeps up to date. */
    static Path assembly() {
        return directory().resolve("target/assembly/dev");
    }
}
