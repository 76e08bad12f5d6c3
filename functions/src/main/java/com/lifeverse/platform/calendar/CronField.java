package com.lifeverse.platform.calendar;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one of a calendar's fields can hold: numbers, or names for them, in lists, ranges and steps. A range that runs
 * backwards goes on past the largest number, as in AWS's own {@code 0/30 20-2 ? * MON-FRI *}.
 *
 * @param names of the numbers from {@code least} on; none if it has none
 */
record CronField(int least, int most, List<String> names) {
    static final CronField MINUTES = new CronField(0, 59, List.of());
    static final CronField HOURS = new CronField(0, 23, List.of());
    static final CronField DAYS_OF_MONTH = new CronField(1, 31, List.of());
    static final CronField MONTHS = new CronField(
            1, 12, List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"));
    static final CronField DAYS_OF_WEEK = new CronField(1, 7, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"));
    static final CronField YEARS = new CronField(1970, 2199, List.of());

    private static final Pattern PART = Pattern.compile("(?:\\*|(\\w+)(?:-(\\w+))?)(?:/(\\d{1,4}))?");

    /**
     * The numbers that {@code text} stands for.
     *
     * @throws IllegalArgumentException if it is not understood
     */
    BitSet numbers(String text) {
        var all = new BitSet();
        for (var part : text.split(",", -1)) {
            var matcher = PART.matcher(part);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("Not understood: " + part);
            }
            add(matcher, all);
        }
        return all;
    }

    private void add(Matcher part, BitSet all) {
        var step = part.group(3);
        int every = step == null ? 1 : Integer.parseInt(step);
        if (every == 0) {
            throw new IllegalArgumentException("A step of nothing: " + part.group());
        }
        int from = part.group(1) == null ? least : number(part.group(1));
        int to = part.group(2) != null ? number(part.group(2)) : part.group(1) == null || step != null ? most : from;
        int size = most - least + 1;
        int length = Math.floorMod(to - from, size);
        for (int offset = 0; offset <= length; offset += every) {
            all.set(least + (from - least + offset) % size);
        }
    }

    /** A number of this field, or what its name stands for. */
    int number(String text) {
        int named = names.indexOf(text.toUpperCase(Locale.ROOT));
        if (named >= 0) {
            return least + named;
        }
        if (!text.matches("\\d{1,4}")) {
            throw new IllegalArgumentException("Neither a number nor a name: " + text);
        }
        int number = Integer.parseInt(text);
        if (number < least || number > most) {
            throw new IllegalArgumentException(text + " is not between " + least + " and " + most);
        }
        return number;
    }
}
