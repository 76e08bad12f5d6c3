package com.lifeverse.session.group.crowd.aws;

import com.lifeverse.platform.aws.Outbox;
import com.lifeverse.session.aws.Attributes;
import com.lifeverse.session.group.aws.Field;
import com.lifeverse.session.group.aws.MemberItem;
import com.lifeverse.session.group.crowd.Allotment;
import com.lifeverse.session.group.crowd.Crowds.Stored;
import com.lifeverse.session.group.crowd.Crowds.Write;
import com.lifeverse.session.group.crowd.Section;
import com.lifeverse.session.live.CommandId;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A section's form in the table, beside its crowd's own item:
 *
 * <pre>
 * pk   the group's id           sk   section# and its number       t  template
 * v    revision                 c    the command that wrote it     n  seats          h  turn, if not the first
 * m    members by player; see MemberItem
 * ttl  epoch seconds after which the broom may take it             out  what the last write tells
 * </pre>
 */
final class SectionItem {
    static final String PARTITION = "pk";
    static final String SORT = "sk";
    static final String PREFIX = "section#";
    static final String REVISION = "v";
    static final String TURN = "h";
    static final String TTL = "ttl";
    private static final String COMMAND = "c";
    private static final String SEATS = "n";
    private static final String MEMBERS = "m";

    private SectionItem() {}

    static Field key(String groupId, int number) {
        return new Field().text(PARTITION, groupId).text(SORT, sort(number));
    }

    /** With leading zeros, so that sections are in the order of their numbers. */
    static String sort(int number) {
        return PREFIX + "%03d".formatted(number);
    }

    static Map<String, AttributeValue> write(Write write) {
        var section = write.section();
        var item = key(write.groupId(), section.number())
                .text("t", write.template())
                .number(REVISION, section.revision())
                .text(COMMAND, write.command().text())
                .number(SEATS, section.allotment().seats())
                .number(TTL, write.sweptAt().getEpochSecond())
                .map(MEMBERS, members -> section.members().forEach(member -> MemberItem.write(member, members)));
        if (section.allotment().turn() > 0) {
            item.number(TURN, section.allotment().turn());
        }
        if (!write.news().isEmpty()) {
            item.values().put(Outbox.ATTRIBUTE, Outbox.telling(write.news()));
        }
        return item.values();
    }

    static Stored read(Map<String, AttributeValue> values) {
        var item = new Attributes(values);
        var allotment = new Allotment(Math.toIntExact(item.number(SEATS)), item.has(TURN) ? item.number(TURN) : 0);
        var section = new Section(
                Integer.parseInt(item.text(SORT).substring(PREFIX.length())),
                item.number(REVISION),
                allotment,
                item.optionalMap(MEMBERS).map(MemberItem::readAll).orElse(List.of()));
        return new Stored(section, new CommandId(item.text(COMMAND)));
    }
}
