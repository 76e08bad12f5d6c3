package com.lifeverse.trigger.replay;

import java.util.regex.Pattern;

/**
 * How far a replay has come. What is before it in the archive has been told again.
 *
 * @param file the name of the file; empty at the beginning
 * @param lines how many lines of it
 */
public record ReplayPlace(String file, long lines) {
    /** Before everything. */
    public static final ReplayPlace BEGINNING = new ReplayPlace("", 0);

    private static final Pattern FORM = Pattern.compile("(.+)#([0-9]{1,18})");

    /**
     * Reads one back.
     *
     * @throws IllegalArgumentException if the text is none
     */
    public static ReplayPlace of(String text) {
        if (text.isEmpty()) {
            return BEGINNING;
        }
        var found = FORM.matcher(text);
        if (!found.matches()) {
            throw new IllegalArgumentException("No place in the archive: " + text);
        }
        return new ReplayPlace(found.group(1), Long.parseLong(found.group(2)));
    }

    /** How many lines of that file are behind it: all of a file that comes before its own, none of one behind. */
    public long behind(String name) {
        int order = name.compareTo(file);
        if (order == 0) {
            return lines;
        }
        return order < 0 ? Long.MAX_VALUE : 0;
    }

    /** As it stands in a workflow. */
    public String text() {
        return file.isEmpty() ? "" : file + "#" + lines;
    }
}
