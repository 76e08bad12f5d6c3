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

    /** So many octets a line has at most, without its end. */
    private static final int LINE = 75;

    private static final Duration REFRESH = Duration.builder().hours(1).build();

    private ICalendarText() {}

    /** The whole calendar, with line ends as the standard has them. */
    public static String of(List<FeedEntry> entries) {
        var calendar = new ICalendar();
        calendar.setProductId("-//LifeVerse//Live events//EN");
        calendar.setCalendarScale(CalendarScale.gregorian());
        calendar.setName("LifeVerse live events");
        calendar.setRefreshInterval(REFRESH);
        // Without it the value has no type (RFC 7986, section 5.7); the library does not say it.
        calendar.getRefreshInterval().setParameter("VALUE", "DURATION");
        // What programs understood before RFC 7986 had the same.
        calendar.setExperimentalProperty("X-WR-CALNAME", "LifeVerse live events");
        calendar.setExperimentalProperty("X-PUBLISHED-TTL", "PT1H");
        entries.forEach(entry -> calendar.addEvent(event(entry)));
        return folded(Biweekly.write(calendar).go());
    }

    /** By octets (RFC 5545, section 3.1), and between characters; the library counts characters. */
    private static String folded(String text) {
        var folded = new StringBuilder(text.length() + 64);
        for (var line : text.replace("\r\n ", "").lines().toList()) {
            int octets = 0;
            for (int at = 0; at < line.length(); ) {
                int character = line.codePointAt(at);
                int more = octets(character);
                if (octets + more > LINE) {
                    folded.append("\r\n ");
                    // The blank counts.
                    octets = 1;
                }
                folded.appendCodePoint(character);
                octets += more;
                at += Character.charCount(character);
            }
            folded.append("\r\n");
        }
        return folded.toString();
    }

    private static int octets(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x10000 ? 3 : 4;
    }

    /** What the standard allows in a text; lines end in it as well. */
    private static String clean(String text) {
        return text.codePoints()
                .filter(character -> character == '\n' || isAllowed(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isAllowed(int character) {
        return !Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE;
    }

    private static VEvent event(FeedEntry entry) {
        var about = entry.event().about();
        var event = new VEvent();
        event.setUid(entry.uid() + "@live-events.lifeverse");
        event.setDateTimeStamp(Date.from(entry.changed()));
        event.setSequence(entry.revision());
        event.setSummary(clean(title(entry.event())));
        event.setDescription(clean(description(entry)));
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
