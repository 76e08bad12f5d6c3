package com.lifeverse.session.group.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.desk.Templates;
import java.util.Optional;

/** Groups in the records of their table's stream. */
public final class GroupImages {
    private final GroupItem items;

    public GroupImages(Templates templates) {
        this.items = new GroupItem(templates);
    }

    /** The group before the change; empty if it is new. */
    public Optional<Group> before(JsonNode record) {
        return StreamImages.before(record).map(item -> items.read(item).group());
    }

    /** The group after the change. */
    public Group after(JsonNode record) {
        return items.read(StreamImages.after(record)).group();
    }
}
