package com.lifeverse.local.schedule;

import com.cronutils.model.definition.CronConstraintsFactory;
import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A calendar in EventBridge's six fields: minutes, hours, day of month, month, day of week (1 is Sunday), year.
 *
 * @see <a href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html">EventBridge Scheduler</a>
 */
final class CronExpression {
    private static final CronParser PARSER = new CronParser(definition());
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final Pattern DAY = Pattern.compile("\\b(" + String.join("|", DAYS) + ")\\b");
    private static final Pattern RANGE = Pattern.compile("(\\d+)-(\\d+)");

    private final String text;
    private final ExecutionTime times;

    private CronExpression(String text, ExecutionTime times) {
        this.text = text;
        this.times = times;
    }

    /**
     * Reads the six fields.
     *
     * @throws IllegalArgumentException if it is not such an expression, or has a range that runs backwards
     */
    static CronExpression parse(String text) {
        // The library reads a range such as 20-2 without complaint and then fires at the wrong times.
        var ranges = RANGE.matcher(text);
        while (ranges.find()) {
            if (Integer.parseInt(ranges.group(1)) > Integer.parseInt(ranges.group(2))) {
                throw new IllegalArgumentException(
                        "A range that runs backwards is not held locally: " + ranges.group());
            }
        }
        return new CronExpression(text, ExecutionTime.forCron(PARSER.parse(numbered(text))));
    }

    /** The same with days by their numbers: the library counts the names of days from another one. */
    private static String numbered(String text) {
        return DAY.matcher(text).replaceAll(day -> Integer.toString(DAYS.indexOf(day.group()) + 1));
    }

    /** The first firing strictly after {@code instant}; empty if there is none any more. */
    Optional<Instant> after(Instant instant, ZoneId zone) {
        return times.nextExecution(instant.atZone(zone)).map(time -> time.toInstant());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CronExpression cron && cron.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    private static CronDefinition definition() {
        return CronDefinitionBuilder.defineCron()
                .withMinutes()
                .withValidRange(0, 59)
                .withStrictRange()
                .and()
                .withHours()
                .withValidRange(0, 23)
                .withStrictRange()
                .and()
                .withDayOfMonth()
                .withValidRange(1, 31)
                .supportsL()
                .supportsW()
                .supportsLW()
                .supportsQuestionMark()
                .and()
                .withMonth()
                .withValidRange(1, 12)
                .withStrictRange()
                .and()
                .withDayOfWeek()
                .withMondayDoWValue(2)
                .withValidRange(1, 7)
                .supportsL()
                .supportsHash()
                .supportsQuestionMark()
                .and()
                .withYear()
                .withValidRange(1970, 2199)
                .withStrictRange()
                .and()
                .withCronValidation(CronConstraintsFactory.ensureEitherDayOfWeekOrDayOfMonth())
                .instance();
    }
}
