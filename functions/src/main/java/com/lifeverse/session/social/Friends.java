package com.lifeverse.session.social;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.notice.NoticeEvents;
import com.lifeverse.session.social.Acquaintances.Kind;
import com.lifeverse.session.social.Acquaintances.Written;
import com.lifeverse.session.social.FriendRules.Wish;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Friends and blocks, as players change them. */
public final class Friends {
    private static final String TOPIC = "friends";

    /** What came of wanting a friend. */
    public enum Outcome {
        FRIENDS,
        ASKED,
        BLOCKED_BY_ONESELF,
        /** There is no such player, or not any more. */
        UNKNOWN,
        /** One of the two lists has no room. */
        FULL,
        /** Others were faster again and again. */
        OVERTAKEN
    }

    private final Acquaintances acquaintances;
    private final SocialPolicy policy;

    public Friends(Acquaintances acquaintances, SocialPolicy policy) {
        this.acquaintances = acquaintances;
        this.policy = policy;
    }

    /** Asks the other, or accepts what they asked. */
    public Outcome want(String player, String other, Supplier<UUID> ids, Instant now) {
        for (int attempt = 1; attempt <= policy.attempts(); attempt++) {
            var outcome = switch (FriendRules.wish(acquaintances.relation(player, other))) {
                case Wish.Granted() -> Outcome.FRIENDS;
                case Wish.Wait() -> Outcome.ASKED;
                case Wish.BlockedByOneself() -> Outcome.BLOCKED_BY_ONESELF;
                case Wish.Nobody() -> Outcome.UNKNOWN;
                case Wish.Ask() -> ask(player, other, ids, now);
                case Wish.Accept() -> accept(player, other, ids, now);
            };
            if (outcome != Outcome.OVERTAKEN) {
                return outcome;
            }
        }
        return Outcome.OVERTAKEN;
    }

    /** Ends a friendship, declines a request or takes one back. */
    public void part(String player, String other) {
        acquaintances.part(player, other);
    }

    /** Blocks the other; false if the list has no room. */
    public boolean block(String player, String other, Instant now) {
        boolean room = room(player, Kind.BLOCKS, policy.blocks());
        if (room) {
            acquaintances.block(player, other, now);
        }
        return room;
    }

    public void unblock(String player, String other) {
        acquaintances.unblock(player, other);
    }

    /** A whole list. */
    public List<Acquaintance> list(String player, Kind kind) {
        return acquaintances.list(player, kind, most(kind) + 1);
    }

    private Outcome ask(String player, String other, Supplier<UUID> ids, Instant now) {
        if (!room(player, Kind.FRIENDS, policy.friends()) || !room(other, Kind.ASKED, policy.asked())) {
            return Outcome.FULL;
        }
        var written =
                acquaintances.ask(player, other, now, policy.sweptAt(now), List.of(told(other, player, ids, now)));
        return written == Written.WRITTEN ? Outcome.ASKED : Outcome.OVERTAKEN;
    }

    private Outcome accept(String player, String other, Supplier<UUID> ids, Instant now) {
        if (!room(player, Kind.FRIENDS, policy.friends()) || !room(other, Kind.FRIENDS, policy.friends())) {
            return Outcome.FULL;
        }
        var written = acquaintances.accept(player, other, now, List.of(told(other, player, ids, now)));
        return written == Written.WRITTEN ? Outcome.FRIENDS : Outcome.OVERTAKEN;
    }

    private boolean room(String player, Kind kind, int most) {
        return acquaintances.list(player, kind, most).size() < most;
    }

    private int most(Kind kind) {
        return switch (kind) {
            case FRIENDS -> policy.friends();
            case ASKED -> policy.asked();
            case BLOCKS -> policy.blocks();
        };
    }

    private static Envelope told(String whom, String about, Supplier<UUID> ids, Instant now) {
        return NoticeEvents.requested("evt_" + ids.get(), whom, TOPIC, about, now);
    }
}
