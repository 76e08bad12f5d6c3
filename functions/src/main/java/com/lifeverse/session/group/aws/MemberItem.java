package com.lifeverse.session.group.aws;

import com.lifeverse.session.Platform;
import com.lifeverse.session.aws.Attributes;
import com.lifeverse.session.group.Entrant;
import com.lifeverse.session.group.Feature;
import com.lifeverse.session.group.Hands;
import com.lifeverse.session.group.Invitation;
import com.lifeverse.session.group.Member;
import com.lifeverse.session.group.MemberState;
import com.lifeverse.session.group.Traits;
import com.lifeverse.session.preference.CrossPlayWish;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A member's form in the item of a group, or of a section of one:
 *
 * <pre>
 * s  state                w  what they were before they were disconnected
 * t  since                j  joined at
 * i  session id           f  platform          x  cross-play wish, if not with anyone     n  needs
 * g  fence, if the session ever changed hands  a  of one who is apart, the platform where they are, and h its fence
 * b  invited by           r  to be reminded at u  invited until                           o  the inviter's words
 * p  properties
 * </pre>
 */
public final class MemberItem {
    private MemberItem() {}

    /** Adds the member to a map of members by player. */
    public static void write(Member member, Field members) {
        members.map(member.playerId(), fields -> {
            fields.text("s", member.state().name())
                    .text("w", member.was().map(MemberState::name))
                    .time("t", member.since())
                    .time("j", member.joinedAt())
                    .texts("p", member.properties());
            member.apart().ifPresent(hands -> write("a", "h", hands, fields));
            member.entrant().ifPresent(entrant -> write(entrant, fields));
            member.invitation()
                    .ifPresent(invitation -> fields.text("b", invitation.by())
                            .time("r", invitation.remindAt())
                            .time("u", invitation.expiresAt())
                            .text("o", invitation.metadata()));
        });
    }

    /** All members of such a map, in the order of their ids. */
    public static List<Member> readAll(Attributes map) {
        return map.values().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry ->
                        read(entry.getKey(), new Attributes(entry.getValue().m())))
                .toList();
    }

    private static Member read(String playerId, Attributes map) {
        return new Member(
                playerId,
                MemberState.valueOf(map.text("s")),
                map.optionalText("w").map(MemberState::valueOf),
                map.time("t"),
                map.optionalTime("j"),
                map.has("i") ? Optional.of(entrant(playerId, map)) : Optional.empty(),
                map.has("b")
                        ? Optional.of(new Invitation(
                                map.text("b"), map.optionalTime("r"), map.time("u"), map.optionalText("o")))
                        : Optional.empty(),
                map.texts("p"),
                map.has("a") ? Optional.of(hands("a", "h", map)) : Optional.empty());
    }

    private static void write(Entrant entrant, Field fields) {
        write("f", "g", entrant.hands(), fields);
        fields.text("i", entrant.sessionId())
                .list("n", entrant.traits().needs().stream().map(Feature::text).toList());
        if (!entrant.traits().crossPlay().equals(Traits.NONE.crossPlay())) {
            fields.text("x", entrant.traits().crossPlay().text());
        }
    }

    private static Entrant entrant(String playerId, Attributes map) {
        var crossPlay = map.optionalText("x").map(CrossPlayWish::of).orElse(Traits.NONE.crossPlay());
        var needs = map.list("n").stream().map(Feature::of).collect(Collectors.toSet());
        return new Entrant(playerId, map.text("i"), hands("f", "g", map), new Traits(crossPlay, needs));
    }

    private static void write(String platform, String fence, Hands hands, Field fields) {
        fields.text(platform, hands.platform().text());
        if (hands.fence() > 0) {
            fields.number(fence, hands.fence());
        }
    }

    private static Hands hands(String platform, String fence, Attributes map) {
        return new Hands(Platform.of(map.text(platform)), map.has(fence) ? map.number(fence) : 0);
    }
}
