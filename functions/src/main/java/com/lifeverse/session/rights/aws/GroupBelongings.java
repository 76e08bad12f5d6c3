package com.lifeverse.session.rights.aws;

import com.lifeverse.platform.aws.Partition;
import com.lifeverse.session.aws.Attributes;
import com.lifeverse.session.group.aws.DynamoFormerSeats;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.group.desk.Contended;
import com.lifeverse.session.group.desk.GroupDesk;
import com.lifeverse.session.group.desk.GroupOutcome;
import com.lifeverse.session.rights.Belongings;
import com.lifeverse.session.rights.Found;
import com.lifeverse.session.rights.Holding;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The groups table: the pointers of present and former seats lead to groups, which forget the player by their own rules. */
public final class GroupBelongings implements Belongings {
    private static final String SEAT = "member#";

    private final GroupDesk desk;
    private final Partition partition;
    private final Supplier<UUID> ids;
    private final InstantSource clock;
    private final int page;

    public GroupBelongings(
            DynamoDbClient dynamoDb, String table, GroupDesk desk, Supplier<UUID> ids, InstantSource clock, int page) {
        this.desk = desk;
        this.partition = new Partition(dynamoDb, table, "pk");
        this.ids = ids;
        this.clock = clock;
        this.page = page;
    }

    @Override
    public List<Found> count(String playerId, int pass) {
        var tally = new Tally();
        partition.all(playerId).forEach(item -> tally.add(of(sort(item))));
        return tally.found("groups", pass);
    }

    @Override
    public boolean erase(String playerId) {
        var own = partition.first(playerId, page);
        for (var item : own) {
            var sort = sort(item);
            forget(sort.substring(sort.indexOf('#') + 1), playerId);
        }
        // Last: without its pointer a group would not be found again.
        partition.delete(own.stream().map(item -> key(playerId, sort(item))).toList());
        return own.size() < page;
    }

    private void forget(String groupId, String playerId) {
        // Nobody's doing, as what falls due in a group is: the player must not be named there once more.
        var outcome = desk.ask(
                groupId,
                Optional.empty(),
                _ -> new GroupCommand.Forget(playerId),
                Optional.empty(),
                ids,
                clock.instant());
        switch (outcome) {
            case GroupOutcome.Done _, GroupOutcome.NotFound _, GroupOutcome.Refused _, GroupOutcome.Stale _ -> {
                // It names the player no more, or is gone itself.
            }
            case GroupOutcome.Contended() -> throw new Contended(groupId);
        }
    }

    @Override
    public List<Entry> entries(String playerId) {
        return partition.all(playerId).stream()
                .map(GroupBelongings::sort)
                .map(sort -> new Entry(of(sort), Map.of("group", sort.substring(sort.indexOf('#') + 1))))
                .toList();
    }

    private static Holding of(String sort) {
        if (sort.startsWith(SEAT)) {
            return Holding.SEAT;
        }
        return sort.startsWith(DynamoFormerSeats.PREFIX) ? Holding.FORMER_SEAT : Holding.OTHER;
    }

    private static String sort(Map<String, AttributeValue> item) {
        return new Attributes(item).text("sk");
    }

    private static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of("pk", AttributeValue.fromS(partition), "sk", AttributeValue.fromS(sort));
    }
}
