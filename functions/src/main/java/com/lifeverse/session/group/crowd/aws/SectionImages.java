package com.lifeverse.session.group.crowd.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.session.aws.Attributes;
import com.lifeverse.session.group.aws.StreamImages;
import com.lifeverse.session.group.crowd.Section;
import java.util.Optional;

/** Sections of crowds in the records of their table's stream. */
public final class SectionImages {
    private SectionImages() {}

    /** True if the record is about a section. */
    public static boolean isSection(JsonNode record) {
        return StreamImages.sortKey(record).startsWith(SectionItem.PREFIX);
    }

    public static String groupId(JsonNode record) {
        return new Attributes(StreamImages.after(record)).text(SectionItem.PARTITION);
    }

    /** The section before the change; empty if it is new. */
    public static Optional<Section> before(JsonNode record) {
        return StreamImages.before(record).map(item -> SectionItem.read(item).section());
    }

    /** The section after the change. */
    public static Section after(JsonNode record) {
        return SectionItem.read(StreamImages.after(record)).section();
    }
}
