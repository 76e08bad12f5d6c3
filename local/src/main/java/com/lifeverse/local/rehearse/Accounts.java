package com.lifeverse.local.rehearse;

import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.http.message.Response;
import com.lifeverse.platform.Prices;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What was asked of the API, and what it took. */
final class Accounts {
    /**
     * One operation.
     *
     * @param errors answers from 400 on
     * @param reads read units, as its answers told
     * @param usd modelled: the units, and a request with its call of a function
     */
    record Line(String operation, int requests, int errors, double reads, double writes, double usd) {}

    /** An answer that no good client should get. */
    record Refusal(Instant at, String operation, int status, String problem) {}

    private static final Pattern READS = Pattern.compile("reads=([0-9.]+)");
    private static final Pattern WRITES = Pattern.compile("writes=([0-9.]+)");
    /** Ids have digits in them, or are of the event; what is left is the operation. */
    private static final Pattern ID = Pattern.compile("^(v[0-9]+)$|.*[0-9].*");

    private static final int FIRST_ERROR = 400;

    private final Map<String, Line> lines = new TreeMap<>();
    private final Map<Instant, Integer> hours = new TreeMap<>();
    private final List<Refusal> refusals = new ArrayList<>();

    void add(Instant at, Request request, Response response) {
        add(at, request, response, false);
    }

    /** As the other; {@code expected} if it is no refusal that somebody should look at. */
    void add(Instant at, Request request, Response response, boolean expected) {
        var operation = request.method() + " " + template(request.path());
        boolean error = response.status() >= FIRST_ERROR;
        double reads = told(response, READS);
        double writes = told(response, WRITES);
        var one = new Line(
                operation,
                1,
                error ? 1 : 0,
                reads,
                writes,
                reads * Prices.TABLE_READ + writes * Prices.TABLE_WRITE + Prices.REQUEST);
        lines.merge(operation, one, Accounts::sum);
        hours.merge(at.truncatedTo(ChronoUnit.HOURS), 1, Integer::sum);
        if (error && !expected) {
            refusals.add(new Refusal(
                    at, operation, response.status(), response.body().text()));
        }
    }

    List<Line> lines() {
        return List.copyOf(lines.values());
    }

    /** How many requests there were in each hour that had any. */
    Map<Instant, Integer> hours() {
        return Collections.unmodifiableMap(new TreeMap<>(hours));
    }

    List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    int requests() {
        return lines.values().stream().mapToInt(Line::requests).sum();
    }

    double usd() {
        return lines.values().stream().mapToDouble(Line::usd).sum();
    }

    /** The most requests that came within an hour, a second on average. */
    double busiest() {
        return hours.values().stream().mapToInt(Integer::intValue).max().orElse(0)
                / (double) Duration.ofHours(1).toSeconds();
    }

    private static Line sum(Line one, Line other) {
        return new Line(
                one.operation(),
                one.requests() + other.requests(),
                one.errors() + other.errors(),
                one.reads() + other.reads(),
                one.writes() + other.writes(),
                one.usd() + other.usd());
    }

    private static double told(Response response, Pattern units) {
        var matcher = units.matcher(response.headers().first("lifeverse-cost").orElse(""));
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
    }

    private static String template(String path) {
        var parts = path.split("/", -1);
        for (int i = 1; i < parts.length; i++) {
            var matcher = ID.matcher(parts[i]);
            boolean named = i >= 3 && !parts[i - 1].isEmpty() && OF_A_NAME.contains(parts[i - 1]);
            boolean place = i >= 3 && parts[2].equals("timelines");
            if (named || place || (matcher.matches() && matcher.group(1) == null)) {
                parts[i] = "{}";
            }
        }
        return String.join("/", parts);
    }

    private static final List<String> OF_A_NAME = List.of("live-events", "live-event-goals", "participants");
}
