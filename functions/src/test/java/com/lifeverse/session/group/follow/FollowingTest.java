package com.lifeverse.session.group.follow;

import static com.lifeverse.session.group.support.Given.ANN;
import static com.lifeverse.session.group.support.Given.BEN;
import static com.lifeverse.session.group.support.Given.GROUP;
import static com.lifeverse.session.group.support.Given.after;
import static com.lifeverse.session.group.support.Given.at;
import static com.lifeverse.session.group.support.Given.connect;
import static com.lifeverse.session.group.support.Given.disconnect;
import static com.lifeverse.session.group.support.Given.join;
import static com.lifeverse.session.group.support.Given.party;
import static com.lifeverse.session.support.Fixtures.ids;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.support.Standard;
import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.GroupPolicy;
import com.lifeverse.session.group.MemberState;
import com.lifeverse.session.group.command.Course;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.group.desk.GroupDesk;
import com.lifeverse.session.group.support.InMemoryGroupTables;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class FollowingTest {
    private final Group alone = party(3);
    private final Group two = after(alone, join(BEN), at(1));

    @Test
    void thoseInTheGroupAndThoseWhoJustLeftItAreTold() {
        var left = after(two, new GroupCommand.Leave(BEN), at(2));
        var notice = events(Optional.of(two), left, Following.NOTICE).getFirst();

        assertThat(notice.payload().get("playerIds")).isEqualTo(List.of(ANN, BEN));
        assertThat(notice.payload().get("about")).isEqualTo(GROUP);
        assertThat(events(Optional.of(two), left, Following.NOTICE)).containsExactly(notice);
    }

    @Test
    void aTimerIsSetForWhatFallsDueNowAndDidNotBeforeAndForNothingTwice() {
        var lost = after(two, disconnect(BEN), at(2));
        var back = after(lost, connect(BEN), at(3));

        assertThat(timers(Optional.empty(), alone))
                .containsExactly(new GroupTimer(GROUP, Optional.empty(), at(24 * 3600)));
        assertThat(timers(Optional.of(alone), two)).isEmpty();
        assertThat(timers(Optional.of(two), lost)).containsExactly(new GroupTimer(GROUP, Optional.empty(), at(122)));
        assertThat(timers(Optional.of(lost), back)).isEmpty();
    }

    @Test
    void aTimerSleepsAsLongAsItMayAndWakesAtMostTenSecondsLate() {
        assertThat(Wait.within(Duration.ofDays(1))).isEqualTo(Wait.QUARTER_HOUR);
        assertThat(Wait.within(Duration.ofMinutes(2))).isEqualTo(Wait.MINUTE);
        assertThat(Wait.within(Duration.ofSeconds(59))).isEqualTo(Wait.SECONDS);
        assertThat(Wait.within(Duration.ofSeconds(-5))).isEqualTo(Wait.SECONDS);
    }

    @Test
    void aTimerRingsOnceAndOneThatNobodyWaitsForAnyMoreDoesNotSleepOn() {
        var tables = new InMemoryGroupTables();
        var desk = new GroupDesk(tables, tables, tables.crowds(), Standard.of(GroupPolicy.class));
        var timers = new RingTimer(desk);
        desk.open(new Course(two, List.of()), Optional.of(ANN), ids(1), at(1));
        desk.ask(GROUP, Optional.empty(), _ -> disconnect(BEN), Optional.of(BEN), ids(2), at(2));
        var grace = new GroupTimer(GROUP, Optional.empty(), at(122));

        assertThat(timers.wake(grace, ids(3), at(60))).isEqualTo(RingTimer.Outcome.SLEEPS_ON);
        assertThat(timers.wake(new GroupTimer(GROUP, Optional.empty(), at(90)), ids(3), at(60)))
                .isEqualTo(RingTimer.Outcome.DONE);
        assertThat(timers.wake(grace, ids(4), at(125))).isEqualTo(RingTimer.Outcome.DONE);
        var stored = tables.read(GROUP).orElseThrow().group();
        assertThat(stored.member(BEN).orElseThrow().state()).isEqualTo(MemberState.DROPPED);
        assertThat(timers.wake(grace, ids(5), at(126))).isEqualTo(RingTimer.Outcome.DONE);
        assertThat(tables.read(GROUP).orElseThrow().group()).isEqualTo(stored);
    }

    private static List<GroupTimer> timers(Optional<Group> before, Group after) {
        return events(before, after, GroupTimer.SET).stream()
                .map(GroupTimer::of)
                .toList();
    }

    private static List<Envelope> events(Optional<Group> before, Group after, String type) {
        return Following.of(before, after, at(2)).events().stream()
                .filter(event -> event.type().equals(type))
                .toList();
    }
}
