package com.lifeverse.trigger.schedule;

import com.lifeverse.platform.NameBasedId;
import com.lifeverse.trigger.spec.About;
import java.time.Duration;
import java.time.Instant;

/**
 * A schedule as its authors wrote it: at these times, start this.
 *
 * @param id its name; also the file's
 * @param about what people need to know of it
 * @param times when
 * @param jitter its runs begin as much later, at most; always as much, so that they keep their order and their pace
 * @param overlap what becomes of a run while another one goes on
 * @param catchUp how late a run may begin, because nothing was there to begin it; later than that it is missed
 * @param start what is started
 */
public record Schedule(
        String id, About about, Times times, Duration jitter, Overlap overlap, Duration catchUp, Start start) {
    /** How much later than at its times it starts: spread over schedules, the same for all runs of one. */
    public Duration offset() {
        return jitter.isZero()
                ? Duration.ZERO
                : Duration.ofSeconds(Math.floorMod(NameBasedId.bits("jitter", id), jitter.toSeconds()));
    }

    /** When the run of that time is due. */
    public Instant due(Instant intended) {
        return intended.plus(offset());
    }
}
