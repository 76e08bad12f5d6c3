package com.lifeverse.liveops.participation;

import com.lifeverse.liveops.event.LiveEvent.Reward;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.NameBasedId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** What participation tells the rest of the game. The ids follow from what is told, so the same is the same however often it is told. */
public final class ParticipationEvents {
    public static final String TIER_REACHED = "liveops.tier_reached.v1";
    public static final String REWARD_OWED = "liveops.reward_owed.v1";
    private static final String PRODUCER = "liveops";

    private ParticipationEvents() {}

    /** A player has reached a tier by their own progress. */
    public static Envelope tierReached(Participation who, Reward reward, Instant now) {
        var id = NameBasedId.of(
                "evt_",
                TIER_REACHED,
                who.event(),
                who.occurrence().toString(),
                Integer.toString(reward.tier()),
                who.playerId());
        return Envelope.first(
                id,
                TIER_REACHED,
                now,
                who.playerId(),
                PRODUCER,
                payload(who.event(), who.occurrence(), reward, who.progress()));
    }

    /** All together have reached a tier; it is about no player in particular. */
    public static Envelope tierReached(String event, LocalDateTime occurrence, Reward reward, long total, Instant now) {
        var id = NameBasedId.of("evt_", TIER_REACHED, event, occurrence.toString(), Integer.toString(reward.tier()));
        return Envelope.first(id, TIER_REACHED, now, "", PRODUCER, payload(event, occurrence, reward, total))
                .orderedBy(PRODUCER + "/" + event);
    }

    /** A player is owed a reward: whoever keeps the ledger of grants is asked to enter it, once. */
    public static Envelope rewardOwed(Participation who, Reward reward, Instant now) {
        var id = NameBasedId.of(
                "evt_",
                REWARD_OWED,
                who.event(),
                who.occurrence().toString(),
                Integer.toString(reward.tier()),
                who.playerId());
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("event", who.event());
        payload.put("occurrence", who.occurrence().toString());
        payload.put("tier", reward.tier());
        payload.put("item", reward.item());
        payload.put("amount", reward.amount());
        return Envelope.first(id, REWARD_OWED, now, who.playerId(), PRODUCER, payload);
    }

    private static Map<String, Object> payload(String event, LocalDateTime occurrence, Reward reward, long progress) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("event", event);
        payload.put("occurrence", occurrence.toString());
        payload.put("tier", reward.tier());
        payload.put("progress", progress);
        return payload;
    }
}
