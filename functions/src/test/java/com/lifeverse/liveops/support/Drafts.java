package com.lifeverse.liveops.support;

import com.lifeverse.liveops.desk.Revision;
import com.lifeverse.liveops.event.aws.LiveEventFile;
import com.lifeverse.liveops.event.aws.LiveEventFile.Reading;
import com.lifeverse.platform.json.Json;
import java.time.Instant;

/** What authors write. */
public final class Drafts {
    public static final Instant NOW = Instant.parse("2027-01-01T12:00:00Z");

    private Drafts() {}

    /** An event of a day that sets one flag. */
    public static Revision of(String id, String start, String flag, String author) {
        return of(id, start, flag, author, "");
    }

    /** The same with more lines of its file. */
    public static Revision of(String id, String start, String flag, String author, String more) {
        return lasting(id, start, "P1D", flag, author, more);
    }

    /** The same with another length. */
    public static Revision lasting(String id, String start, String duration, String flag, String author, String more) {
        var text = """
            event: %s
            type: festival
            title: { en: Feast }
            labels: [seasonal]
            owner: liveops-europe
            escalation: [liveops-europe]
            runbook: runbooks/live-event.md
            accessibility: No flashing effects at all.
            when: { start: "%s", duration: %s, time: utc }
            overrides: { %s: 2 }
            %s
            """.formatted(id, start, duration, flag, more);
        if (LiveEventFile.read(text) instanceof Reading.Sound(var file)) {
            return new Revision(0, author, NOW, file.event(), Json.plain(file.document()));
        }
        throw new AssertionError(LiveEventFile.read(text));
    }

    public static Revision feast(String start, String author) {
        return of("feast", start, "xp", author);
    }
}
