package com.lifeverse.session.group.support;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.aws.Outbox;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.session.group.GroupTemplate;
import com.lifeverse.session.group.LeaderPolicy;
import com.lifeverse.session.group.aws.DynamoGroups;
import com.lifeverse.session.group.aws.DynamoJoinCodes;
import com.lifeverse.session.group.aws.DynamoMemberships;
import com.lifeverse.session.group.crowd.Crowds;
import com.lifeverse.session.group.crowd.aws.DynamoCrowds;
import com.lifeverse.session.group.desk.Groups;
import com.lifeverse.session.group.desk.JoinCodes;
import com.lifeverse.session.group.desk.Memberships;
import com.lifeverse.session.group.desk.Templates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The ports over DynamoDB, or whatever speaks it: table {@code groups} with hash key {@code pk} and sort key {@code sk}, empty.
 */
public record DynamoGroupTables(DynamoDbClient dynamoDb, GroupTemplate template) implements GroupTables {
    private static final String TABLE = "groups";

    public DynamoGroupTables(DynamoDbClient dynamoDb) {
        this(dynamoDb, Given.template(8, LeaderPolicy.AUTOMATIC));
    }

    @Override
    public Groups groups() {
        return new DynamoGroups(dynamoDb, TABLE, new Templates() {
            @Override
            public Optional<GroupTemplate> newest(String name) {
                return Optional.of(template);
            }

            @Override
            public GroupTemplate of(String id) {
                return template;
            }
        });
    }

    @Override
    public Memberships memberships() {
        return new DynamoMemberships(dynamoDb, TABLE);
    }

    @Override
    public Crowds crowds() {
        return new DynamoCrowds(dynamoDb, TABLE);
    }

    @Override
    public JoinCodes codes() {
        return new DynamoJoinCodes(dynamoDb, TABLE);
    }

    @Override
    public List<Envelope> told(String groupId) {
        var item = dynamoDb.getItem(request -> request.tableName(TABLE)
                        .key(Map.of("pk", AttributeValue.fromS(groupId), "sk", AttributeValue.fromS("group")))
                        .consistentRead(true))
                .item();
        var news = item.getOrDefault(Outbox.ATTRIBUTE, AttributeValue.fromS("[]"));
        try {
            return Outbox.told(news).stream().map(Envelopes::read).toList();
        } catch (Outbox.Unreadable e) {
            throw new AssertionError("The adapter wrote news that nobody can read", e);
        }
    }
}
