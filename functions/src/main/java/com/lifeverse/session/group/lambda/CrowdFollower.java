package com.lifeverse.session.group.lambda;

import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.GroupPolicy;
import com.lifeverse.session.group.Member;
import com.lifeverse.session.group.aws.DynamoGroups;
import com.lifeverse.session.group.aws.DynamoMemberships;
import com.lifeverse.session.group.aws.TemplateFiles;
import com.lifeverse.session.group.crowd.CrowdView;
import com.lifeverse.session.group.crowd.Crowds;
import com.lifeverse.session.group.crowd.Section;
import com.lifeverse.session.group.crowd.Tally;
import com.lifeverse.session.group.crowd.aws.DynamoCrowds;
import com.lifeverse.session.group.desk.GroupDesk;
import com.lifeverse.session.group.desk.Groups;
import com.lifeverse.session.group.rule.GroupClock;
import java.time.Instant;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What has to be done for crowds as their sections change: they are counted, and know when nobody is in them. */
record CrowdFollower(Groups groups, Crowds crowds, GroupDesk desk, GroupPolicy policy) {
    static CrowdFollower of(DynamoDbClient dynamoDb, String table, GroupPolicy policy) {
        var groups = new DynamoGroups(dynamoDb, table, new TemplateFiles());
        var crowds = new DynamoCrowds(dynamoDb, table);
        var desk = new GroupDesk(groups, new DynamoMemberships(dynamoDb, table), crowds, policy);
        return new CrowdFollower(groups, crowds, desk, policy);
    }

    /** The crowd's own item, as of now. */
    Optional<Group> whole(String groupId, Instant now) {
        return groups.read(groupId)
                .map(stored -> GroupClock.asOf(stored.group(), now).group());
    }

    /** The crowd as it is listed, with what was counted. */
    Group shown(Group head, Instant now) {
        return listed(GroupClock.asOf(head, now).group(), crowds.tally(head.id()));
    }

    /** Counts a section, and notes whether anybody is in the crowd at all; the crowd as it is listed then. */
    Group count(Group whole, Section section, Supplier<UUID> ids, Instant now) {
        var tally = crowds.count(whole.id(), section.number(), Tally.Count.of(section), policy.sweptAt(whole, now));
        boolean known = whole.emptySince().isPresent() == (tally.inside() == 0);
        if (!known || (section.inside() > 0 && whole.emptySince().isPresent())) {
            desk.recount(whole.id(), ids, now);
        }
        return listed(whole, tally);
    }

    /** All who have a seat in it: reads all sections. */
    NavigableSet<String> everybody(Group whole) {
        var players = new TreeSet<String>();
        int from = 0;
        while (from < whole.template().sections()) {
            var page = crowds.sections(whole.id(), from);
            page.stream()
                    .flatMap(stored -> stored.section().members().stream())
                    .filter(member -> member.state().holdsSeat())
                    .map(Member::playerId)
                    .forEach(players::add);
            from = page.isEmpty()
                    ? whole.template().sections()
                    : page.getLast().section().number() + 1;
        }
        return players;
    }

    /** With a revision that grows with the whole and with every count. */
    private static Group listed(Group whole, Tally tally) {
        var shown = CrowdView.shown(whole, tally);
        return shown.at(whole.revision() + tally.revision());
    }
}
