package com.lifeverse.session.social.aws;

import com.lifeverse.platform.aws.BatchReads;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Asks which of many items are there, consistently. */
final class Pairs {
    private final BatchReads reads;

    Pairs(DynamoDbClient dynamoDb, String table) {
        this.reads = new BatchReads(dynamoDb, table);
    }

    /** The keys of those that are there: a read unit each, there or not. */
    Set<Map<String, AttributeValue>> present(List<Map<String, AttributeValue>> keys) {
        return reads.read(keys, true).stream().map(SocialItem::keyOf).collect(Collectors.toSet());
    }
}
