package com.lifeverse.local.simulate;

/** A failure in one line, with what led to it. */
final class Causes {
    private Causes() {}

    static String of(Throwable failure) {
        var line = new StringBuilder(failure.toString());
        for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            line.append(" <- ").append(cause);
        }
        var frames = root(failure).getStackTrace();
        return frames.length == 0
                ? line.toString()
                : line.append(" at ").append(frames[0]).toString();
    }

    private static Throwable root(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
