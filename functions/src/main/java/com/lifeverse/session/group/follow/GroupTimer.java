package com.lifeverse.session.group.follow;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.group.desk.NamedId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * Sees to it that what falls due in a group is heard though nobody asks. It sleeps in a queue with a delay, again and again, until its
 * time; it is an event, so that a rule of the bus can choose the queue.
 *
 * @param section of a crowd, which of its sections it is about; empty for the whole
 * @param dueAt when it is to ring
 */
public record GroupTimer(String groupId, Optional<Integer> section, Instant dueAt) {
    public static final String SET = "group.timer_set.v1";
    private static final String PRODUCER = "session";

    /**
     * The timer in an event.
     *
     * @throws IllegalArgumentException if it is no such event
     */
    public static GroupTimer of(Envelope event) {
        if (event.payload().get("groupId") instanceof String group
                && event.payload().get("dueAt") instanceof String due) {
            var section = event.payload().get("section") instanceof Number number
                    ? Optional.of(number.intValue())
                    : Optional.<Integer>empty();
            return new GroupTimer(group, section, Instant.parse(due));
        }
        throw new IllegalArgumentException("An event " + event.type() + " sets no timer");
    }

    /**
     * The event that sends it to sleep.
     *
     * @param cause what it follows on; the same cause gives the same event
     */
    public Envelope set(String cause, Instant now) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("groupId", groupId);
        section.ifPresent(number -> payload.put("section", number));
        payload.put("dueAt", dueAt.toString());
        payload.put("wait", Wait.within(Duration.between(now, dueAt)).slug());
        var about = section.map(number -> groupId + "#" + number).orElse(groupId);
        return Envelope.first(NamedId.of("evt_", SET, about, dueAt.toString(), cause), SET, now, "", PRODUCER, payload)
                .orderedBy(groupId);
    }

    /** True if its time has come. */
    public boolean rings(Instant now) {
        return !dueAt.isAfter(now);
    }
}
