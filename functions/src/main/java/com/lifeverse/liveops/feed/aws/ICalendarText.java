package com.lifeverse.liveops.feed.aws;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.CalendarScale;
import biweekly.property.Status;
import biweekly.property.Transparency;
import biweekly.util.Duration;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.feed.FeedEntry;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;

/** A feed as iCalendar (RFC 5545, RFC 7986). The same entries make the same text. */
public final class ICalendarText {
    private static final DateTimeFormatter FLOATING = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);
    private static final Duration REFRESH = Duration.builder().hours(1).build();

    private ICalendarText() {}

    /** The whole calendar, with line ends as the standard has them. */
    public static String of(List<FeedEntry> entries) {
        var calendar = new ICalendar();
        calendar.setProductId("-//LifeVerse//Live events//EN");
        calendar.setCalendarScale(CalendarScale.gregorian());
        calendar.setName("LifeVerse live events");
        calendar.setRefreshInterval(REFRESH);
        // What programs understood before RFC 7986 had the same.
        calendar.setExperimentalProperty("X-WR-CALNAME", "LifeVerse live events");
        calendar.setExperimentalProperty("X-PUBLISHED-TTL", "PT1H");
        entries.forEach(entry -> calendar.addEvent(event(entry)));
        return Biweekly.write(calendar).go();
    }

    private static VEvent event(FeedEntry entry) {
        var about = entry.event().about();
        var event = new VEvent();
        event.setUid(entry.uid() + "@live-events.lifeverse");
        event.setDateTimeStamp(Date.from(entry.changed()));
        event.setSequence(entry.revision());
        event.setSummary(title(entry.event()));
        event.setDescription(description(entry));
        event.addCategories(categories(about));
        event.setStatus(Status.confirmed());
        // Nobody is busy because players feast.
        event.setTransparency(Transparency.transparent());
        switch (entry.span()) {
            case FeedEntry.Span.Fixed(var from, var until) -> {
                event.setDateStart(Date.from(from));
                event.setDateEnd(Date.from(until));
            }
            case FeedEntry.Span.Floating(var from, var until) -> {
                // As text: the library would read floating times by the zone of this machine, in which some may not
                // exist.
                event.setExperimentalProperty("DTSTART", floating(from));
                event.setExperimentalProperty("DTEND", floating(until));
            }
        }
        return event;
    }

    private static String title(LiveEvent event) {
        var titles = event.about().title();
        return titles.getOrDefault("en", titles.values().stream().findFirst().orElse(event.id()));
    }

    private static String[] categories(LiveEvent.About about) {
        var categories = new ArrayList<String>();
        categories.add(about.type());
        categories.addAll(about.labels());
        return categories.toArray(String[]::new);
    }

    private static String description(FeedEntry entry) {
        var event = entry.event();
        var lines = new ArrayList<String>();
        var text = event.about().text().get("en");
        if (text != null) {
            lines.add(text);
        }
        lines.add("Owner: " + event.about().owner());
        lines.add("Escalation: " + String.join(", ", event.about().escalation()));
        lines.add("Runbook: " + event.about().runbook());
        if (event.peakFactor() > 1) {
            lines.add("Expected load: %.1f times the usual".formatted(event.peakFactor()));
        }
        if (!entry.killedIn().isEmpty()) {
            lines.add("Switched off in: " + String.join(", ", entry.killedIn()));
        }
        return String.join("\n", lines);
    }

    private static String floating(LocalDateTime time) {
        return FLOATING.format(time);
    }
}
