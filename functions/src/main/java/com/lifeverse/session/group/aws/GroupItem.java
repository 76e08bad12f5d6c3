package com.lifeverse.session.group.aws;

import com.lifeverse.platform.aws.Outbox;
import com.lifeverse.session.IdempotencyMark;
import com.lifeverse.session.Platform;
import com.lifeverse.session.aws.Attributes;
import com.lifeverse.session.group.Constants;
import com.lifeverse.session.group.Feature;
import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.GroupEnd;
import com.lifeverse.session.group.GroupTemplate;
import com.lifeverse.session.group.Joinability;
import com.lifeverse.session.group.Leadership;
import com.lifeverse.session.group.ReadyCheck;
import com.lifeverse.session.group.Settings;
import com.lifeverse.session.group.desk.Groups.Stored;
import com.lifeverse.session.group.desk.Groups.Write;
import com.lifeverse.session.group.desk.Templates;
import com.lifeverse.session.live.CommandId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A group's form in the table, and with {@link MemberItem} the only place that knows its attribute names. A name costs its bytes in
 * every write, so they are short:
 *
 * <pre>
 * pk   the group's id               sk   the word group
 * t    template                     v    revision            c  the command that wrote it
 * b    made at                      n    seats               a  area: the region
 * f    platforms, if not all of the template's               q  required features
 * k    idempotency mark             j    joinability         p  properties     s  searchable
 * w    true if it wants backfill    l    leader              g  leader gone since
 * x    join code                    e    empty since         z  ended: r reason, at
 * y    ready check: b began, u until, r result, a asked, and the answers y and n
 * m    members by player; see MemberItem
 * ttl  epoch seconds after which the broom may take it       out  what the last write tells
 * </pre>
 */
final class GroupItem {
    static final String PARTITION = "pk";
    static final String SORT = "sk";
    static final String KIND = "group";
    static final String REVISION = "v";
    static final String COMMAND = "c";

    private final Templates templates;

    GroupItem(Templates templates) {
        this.templates = templates;
    }

    static Map<String, AttributeValue> key(String groupId) {
        return new Field().text(PARTITION, groupId).text(SORT, KIND).values();
    }

    static Map<String, AttributeValue> write(Write write) {
        var group = write.group();
        var constants = group.constants();
        var settings = group.settings();
        var item = new Field()
                .text(PARTITION, group.id())
                .text(SORT, KIND)
                .text("t", constants.template().id())
                .number(REVISION, group.revision())
                .text(COMMAND, write.command().text())
                .time("b", constants.createdAt())
                .number("n", constants.seats())
                .text("a", constants.region())
                .list("q", texts(constants.required(), Feature::text))
                .text("k", constants.mark().map(mark -> mark.key() + mark.body()))
                .text("j", settings.joinability().name())
                .texts("p", settings.properties())
                .texts("s", settings.searchable())
                .flag("w", settings.backfill())
                .text("l", group.leadership().leader())
                .time("g", group.leadership().lostAt())
                .text("x", group.code())
                .time("e", group.emptySince())
                .number("ttl", write.sweptAt().getEpochSecond())
                .map("m", members -> group.members().forEach(member -> MemberItem.write(member, members)));
        if (!constants.platforms().equals(constants.template().platforms())) {
            item.list("f", texts(constants.platforms(), Platform::text));
        }
        group.end()
                .ifPresent(end -> item.map(
                        "z", fields -> fields.text("r", end.reason().name()).time("at", end.at())));
        group.readyCheck().ifPresent(check -> item.map("y", fields -> check(check, fields)));
        if (!write.news().isEmpty()) {
            item.values().put(Outbox.ATTRIBUTE, Outbox.telling(write.news()));
        }
        return item.values();
    }

    Stored read(Map<String, AttributeValue> values) {
        var item = new Attributes(values);
        var template = templates.of(item.text("t"));
        var group = new Group(
                item.text(PARTITION),
                item.number(REVISION),
                constants(item, template),
                new Settings(Joinability.valueOf(item.text("j")), item.texts("p"), item.texts("s"), item.has("w")),
                new Leadership(item.optionalText("l"), item.optionalTime("g")),
                item.optionalText("x"),
                item.optionalMap("y").map(GroupItem::check),
                item.optionalTime("e"),
                item.optionalMap("z").map(end -> new GroupEnd(GroupEnd.Reason.valueOf(end.text("r")), end.time("at"))),
                item.optionalMap("m").map(MemberItem::readAll).orElse(List.of()),
                Optional.empty());
        return new Stored(group, new CommandId(item.text(COMMAND)));
    }

    private static Constants constants(Attributes item, GroupTemplate template) {
        return new Constants(
                template,
                Math.toIntExact(item.number("n")),
                item.optionalText("a"),
                item.has("f")
                        ? item.list("f").stream().map(Platform::of).collect(Collectors.toSet())
                        : template.platforms(),
                item.list("q").stream().map(Feature::of).collect(Collectors.toSet()),
                item.time("b"),
                item.optionalText("k").map(GroupItem::mark));
    }

    /** Two hashes of the same length. */
    private static IdempotencyMark mark(String text) {
        int half = text.length() / 2;
        return new IdempotencyMark(text.substring(0, half), text.substring(half));
    }

    private static void check(ReadyCheck check, Field fields) {
        fields.time("b", check.startedAt())
                .time("u", check.until())
                .text("r", check.result().name())
                .list("a", check.asked())
                .list("y", answering(check, true))
                .list("n", answering(check, false));
    }

    private static ReadyCheck check(Attributes map) {
        var answers = Stream.concat(
                        map.list("y").stream().map(player -> Map.entry(player, true)),
                        map.list("n").stream().map(player -> Map.entry(player, false)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new ReadyCheck(
                map.time("b"),
                map.time("u"),
                Set.copyOf(map.list("a")),
                answers,
                ReadyCheck.Result.valueOf(map.text("r")));
    }

    private static Set<String> answering(ReadyCheck check, boolean answer) {
        return check.answers().entrySet().stream()
                .filter(entry -> entry.getValue() == answer)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static <T> Set<String> texts(Set<T> values, Function<T, String> text) {
        return values.stream().map(text).collect(Collectors.toSet());
    }
}
