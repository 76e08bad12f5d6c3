package com.lifeverse.platform.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which days a calendar means: by one of its two fields for days, while the other one is {@code ?}. */
final class CronDays {
    private static final Pattern NEAREST = Pattern.compile("(\\d{1,2})W");
    private static final Pattern NTH = Pattern.compile("(\\w+)#([1-5])");
    private static final Pattern LAST = Pattern.compile("(\\w+)L");

    private CronDays() {}

    /**
     * The days of both fields.
     *
     * @throws IllegalArgumentException if not exactly one of them is {@code ?}, or the other is not understood
     */
    static Predicate<LocalDate> of(String ofMonth, String ofWeek) {
        if (ofMonth.equals("?") == ofWeek.equals("?")) {
            throw new IllegalArgumentException("One of the two fields for days has to be ?");
        }
        return ofWeek.equals("?") ? ofMonth(ofMonth) : ofWeek(ofWeek);
    }

    private static Predicate<LocalDate> ofMonth(String text) {
        var plain = new ArrayList<String>();
        Predicate<LocalDate> days = _ -> false;
        for (var part : text.split(",", -1)) {
            var nearest = NEAREST.matcher(part);
            if (part.equals("L")) {
                days = days.or(day -> day.getDayOfMonth() == day.lengthOfMonth());
            } else if (part.equals("LW")) {
                days = days.or(day -> day.equals(weekdayNear(day, day.lengthOfMonth())));
            } else if (nearest.matches()) {
                int number = CronField.DAYS_OF_MONTH.number(nearest.group(1));
                days = days.or(day -> number <= day.lengthOfMonth() && day.equals(weekdayNear(day, number)));
            } else {
                plain.add(part);
            }
        }
        var numbers = numbers(CronField.DAYS_OF_MONTH, plain);
        return days.or(day -> numbers.get(day.getDayOfMonth()));
    }

    /** The weekday next to a day of the month that {@code day} is in, and in the same month. */
    private static LocalDate weekdayNear(LocalDate day, int number) {
        var wanted = day.withDayOfMonth(number);
        if (wanted.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return number == 1 ? wanted.plusDays(2) : wanted.minusDays(1);
        }
        if (wanted.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return number == wanted.lengthOfMonth() ? wanted.minusDays(2) : wanted.plusDays(1);
        }
        return wanted;
    }

    private static Predicate<LocalDate> ofWeek(String text) {
        var nth = NTH.matcher(text);
        if (nth.matches()) {
            var wanted = day(nth.group(1));
            int which = Integer.parseInt(nth.group(2));
            return day -> day.getDayOfWeek() == wanted && (day.getDayOfMonth() + 6) / 7 == which;
        }
        var plain = new ArrayList<String>();
        Predicate<LocalDate> days = _ -> false;
        for (var part : text.split(",", -1)) {
            var last = LAST.matcher(part);
            if (part.equals("L")) {
                days = days.or(day -> day.getDayOfWeek() == DayOfWeek.SATURDAY);
            } else if (last.matches()) {
                var wanted = day(last.group(1));
                days = days.or(day -> day.equals(day.with(TemporalAdjusters.lastInMonth(wanted))));
            } else {
                plain.add(part);
            }
        }
        var numbers = numbers(CronField.DAYS_OF_WEEK, plain);
        return days.or(day -> numbers.get(day.getDayOfWeek().getValue() % 7 + 1));
    }

    private static BitSet numbers(CronField field, List<String> parts) {
        return parts.isEmpty() ? new BitSet() : field.numbers(String.join(",", parts));
    }

    /** Sunday is 1. */
    private static DayOfWeek day(String text) {
        return Arrays.asList(DayOfWeek.values()).get((CronField.DAYS_OF_WEEK.number(text) + 5) % 7);
    }
}
