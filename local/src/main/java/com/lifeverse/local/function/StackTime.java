package com.lifeverse.local.function;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;

/**
 * Lines of functions with the stack's time in place of the machine's. Powertools takes a line's time from the machine, which on Lambda is
 * the function's own; where time is virtual a line says when it happened there, and the same seed gives the same bytes.
 */
final class StackTime {
    private static final DateTimeFormatter AS_POWERTOOLS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private StackTime() {}

    /** Takes each line to {@code log}, one that states its time with the time of a stack whose time is virtual. */
    static Consumer<String> in(Agenda agenda, Consumer<String> log) {
        return agenda.isVirtual() ? line -> log.accept(at(agenda.instant(), line)) : log;
    }

    /** The line as it would be, had it been written then; any other text as it is. */
    static String at(Instant now, String line) {
        return line.startsWith("{") && Json.parse(line).orElse(null) instanceof ObjectNode told
                ? at(now, told, line)
                : line;
    }

    private static String at(Instant now, ObjectNode told, String line) {
        if (told.path("_aws") instanceof ObjectNode metrics) {
            metrics.put("Timestamp", now.toEpochMilli());
        } else if (told.path("timestamp").isTextual()) {
            told.put("timestamp", AS_POWERTOOLS.format(now));
        } else {
            return line;
        }
        return Json.text(told);
    }
}
