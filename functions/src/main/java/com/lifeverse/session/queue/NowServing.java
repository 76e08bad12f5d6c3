package com.lifeverse.session.queue;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far the queue has come: a small document that everybody may cache for a second.
 *
 * @param tick the second up to which turns were given
 * @param lines by lane; nobody has come in a lane that is not there
 */
public record NowServing(long tick, SortedMap<Lane, Line> lines, Span span, Door door, Crowd crowd) {
    public NowServing {
        lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
    }

    /** A queue that begins now. */
    public static NowServing beginning(long second) {
        return new NowServing(second, new TreeMap<>(), new Span(second, 0, 0), Door.SHUT, Crowd.EMPTY);
    }

    public Line line(Lane lane) {
        return lines.getOrDefault(lane, Line.NEW);
    }

    /** True if the ticket's turn has come, and may be over. */
    public boolean isServed(Ticket ticket) {
        return ticket.number() <= line(ticket.lane()).served();
    }

    /** True if the ticket's turn has come and gone. */
    public boolean isOver(Ticket ticket) {
        return ticket.number() <= line(ticket.lane()).over();
    }

    /** True if the ticket's turn has come in the span that is open. */
    public boolean isOwed(Ticket ticket) {
        return isServed(ticket) && ticket.number() > line(ticket.lane()).begun();
    }

    /** At a later second, with the turns that are over then. */
    NowServing at(long second, QueuePolicy policy) {
        long length = policy.turn().toSeconds();
        long spans = Math.max(0, second - span.since()) / length;
        var later = new TreeMap<>(lines);
        var next = span;
        for (long passed = 0; passed < Math.min(spans, 2); passed++) {
            later.replaceAll((_, line) -> line.nextSpan());
            next = new Span(next.since(), 0, next.owed());
        }
        return new NowServing(
                second, later, new Span(span.since() + spans * length, next.owed(), next.late()), door, crowd);
    }

    /** At a later second, when all that took a ticket have gone. */
    NowServing abandoned(long second, Map<Lane, Long> taken) {
        var closed = new TreeMap<>(lines);
        taken.forEach((lane, last) -> closed.put(lane, line(lane).closed(last)));
        return new NowServing(second, closed, new Span(second, 0, 0), Door.SHUT, crowd);
    }

    /** With one more let in without a ticket. */
    NowServing walkedIn() {
        return with(span, new Door(door.room() - 1, door.free() - 1, door.turned()), crowd.and(1));
    }

    /** With one more let in by that ticket. */
    NowServing entered(Ticket ticket) {
        var owing = isOwed(ticket)
                ? new Span(span.since(), span.owed() - 1, span.late())
                : isOver(ticket) ? span : new Span(span.since(), span.owed(), span.late() - 1);
        return with(owing, new Door(door.room() - 1, door.free(), door.turned()), crowd.and(1));
    }

    /** With one more turned away. */
    NowServing turnedAway() {
        return with(span, new Door(door.room(), door.free(), door.turned() + 1), crowd);
    }

    private NowServing with(Span owing, Door counted, Crowd more) {
        return new NowServing(tick, lines, owing, counted, more);
    }
}
