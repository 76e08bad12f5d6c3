package com.lifeverse.session.group.desk;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.Happening;
import com.lifeverse.session.group.Happening.What;
import com.lifeverse.session.group.Member;
import com.lifeverse.session.group.command.Course;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What groups tell the rest of the game. Join codes, properties and what players need never travel in these.
 */
public final class GroupEvents {
    public static final String CHANGED = "group.changed.v1";
    public static final String INVITED = "group.invited.v1";
    public static final String MEMBER_DROPPED = "group.member_dropped.v1";
    public static final String ENDED = "group.ended.v1";
    private static final String PRODUCER = "session";

    private GroupEvents() {}

    /**
     * What the course tells: one event that the group has changed, and one for each happening that others wait for.
     *
     * @param player who caused it; empty if no player did
     */
    public static List<Envelope> of(Course course, Optional<String> player, Supplier<UUID> ids, Instant now) {
        var group = course.group();
        if (course.happenings().isEmpty()) {
            return List.of();
        }
        var events = new ArrayList<Envelope>();
        events.add(event(ids, CHANGED, now, player, group, changed(course)));
        for (var happening : course.happenings()) {
            switch (happening.what()) {
                case INVITED, REMINDED -> events.add(invited(ids, group, happening));
                case DROPPED ->
                    events.add(event(
                            ids,
                            MEMBER_DROPPED,
                            happening.at(),
                            Optional.of(happening.playerId()),
                            group,
                            about(group)));
                case ENDED -> events.add(event(ids, ENDED, happening.at(), player, group, ended(group)));
                case CREATED,
                        INVITATION_LAPSED,
                        INVITATION_REJECTED,
                        INVITATION_CANCELLED,
                        JOINED,
                        CONNECTED,
                        DISCONNECTED,
                        MOVED,
                        PARTED,
                        LEFT,
                        KICKED,
                        LEADER_CHANGED,
                        SETTINGS_CHANGED,
                        MEMBER_CHANGED,
                        CODE_CHANGED,
                        READY_CHECK_STARTED,
                        READY_ANSWERED,
                        READY_CHECK_PASSED,
                        READY_CHECK_FAILED -> {
                    // The first event says it.
                }
            }
        }
        return events;
    }

    private static Map<String, Object> changed(Course course) {
        var payload = about(course.group());
        course.group().part().ifPresent(part -> payload.put("section", part.section()));
        payload.put("revision", course.group().revision());
        payload.put(
                "what",
                course.happenings().stream()
                        .map(Happening::what)
                        .map(What::slug)
                        .distinct()
                        .toList());
        return payload;
    }

    private static Envelope invited(Supplier<UUID> ids, Group group, Happening happening) {
        var payload = about(group);
        payload.put("reminder", happening.what() == What.REMINDED);
        group.member(happening.playerId()).flatMap(Member::invitation).ifPresent(invitation -> {
            payload.put("invitedBy", invitation.by());
            payload.put("expiresAt", invitation.expiresAt().toString());
        });
        return event(ids, INVITED, happening.at(), Optional.of(happening.playerId()), group, payload);
    }

    private static Map<String, Object> ended(Group group) {
        var payload = about(group);
        group.end().ifPresent(end -> payload.put("reason", end.reason().slug()));
        return payload;
    }

    private static Map<String, Object> about(Group group) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("groupId", group.id());
        payload.put("template", group.template().name());
        return payload;
    }

    private static Envelope event(
            Supplier<UUID> ids,
            String type,
            Instant at,
            Optional<String> player,
            Group group,
            Map<String, Object> payload) {
        return Envelope.first("evt_" + ids.get(), type, at, player.orElse(""), PRODUCER, payload)
                .orderedBy(group.id());
    }
}
