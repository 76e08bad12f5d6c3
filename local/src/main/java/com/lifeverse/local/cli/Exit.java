package com.lifeverse.local.cli;

import com.lifeverse.local.kernel.DataInUse;
import com.lifeverse.local.kernel.InputFile;

/** What a command's exit code means. */
final class Exit {
    static final int FINE = 0;
    static final int FINDINGS = 1;
    static final int USAGE = 2;
    static final int ENVIRONMENT = 3;
    static final int UNREACHABLE = 4;
    /** A fault of ours, with a stack on stderr. */
    static final int UNEXPECTED = 70;

    private Exit() {}

    /** The words of a command do not fit. */
    static final class Usage extends Exception {
        private static final long serialVersionUID = 1L;

        Usage(String message) {
            super(message);
        }
    }

    /** What was asked for was done, and came out wrong. */
    static final class Finding extends Exception {
        private static final long serialVersionUID = 1L;

        Finding(String message) {
            super(message);
        }
    }

    /** Something on this machine is in the way. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String message) {
            super(message);
        }
    }

    /** Nobody answers, or what does is no stack. */
    static final class Unreachable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreachable(String message) {
            super(message);
        }
    }

    static int of(Exception failure) {
        return switch (failure) {
            case Usage _, InputFile.Unfit _ -> USAGE;
            case Finding _ -> FINDINGS;
            case Unusable _, DataInUse _ -> ENVIRONMENT;
            case Unreachable _ -> UNREACHABLE;
            default -> UNEXPECTED;
        };
    }

    static String slug(Exception failure) {
        return switch (of(failure)) {
            case USAGE -> "usage";
            case FINDINGS -> "difference";
            case ENVIRONMENT -> "environment";
            case UNREACHABLE -> "unreachable";
            default -> "unexpected";
        };
    }
}
