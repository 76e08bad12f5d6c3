package com.lifeverse.local.table.admin;

import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.table.request.Access;
import com.lifeverse.local.table.request.Constraints;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeEndpointsResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveResponse;
import software.amazon.awssdk.services.dynamodb.model.Endpoint;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.TagResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.TagResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.UntagResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.UntagResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveResponse;

/** All operations on whole tables. */
public record Administration(Access access, InstantSource clock) {
    private static final int MAX_LISTED = 100;
    private static final long ENDPOINT_KEPT_MINUTES = 1_440;

    public CreateTableResponse create(CreateTableRequest request) {
        return new Creation(access).create(request);
    }

    public UpdateTableResponse update(UpdateTableRequest request) {
        return new Alteration(access, clock).update(request);
    }

    public DescribeTableResponse describe(DescribeTableRequest request) {
        var name = named(request.tableName());
        access.require("DescribeTable", name);
        var table = access.catalogue().described(name);
        return DescribeTableResponse.builder()
                .table(WarmRules.shown(Descriptions.of(table), table.definition(), clock.instant()))
                .build();
    }

    public DeleteTableResponse delete(DeleteTableRequest request) {
        var name = named(request.tableName());
        access.require("DeleteTable", name);
        var table = access.catalogue().drop(name);
        return DeleteTableResponse.builder()
                .tableDescription(Descriptions.deleting(table))
                .build();
    }

    public ListTablesResponse list(ListTablesRequest request) {
        new Constraints()
                .atMost("limit", request.limit(), MAX_LISTED)
                .atLeast("limit", request.limit(), 1)
                .optionalName("exclusiveStartTableName", request.exclusiveStartTableName())
                .check();
        access.requireAll("ListTables");
        var names = after(access.catalogue().names(), request.exclusiveStartTableName());
        int limit = request.limit() == null ? MAX_LISTED : request.limit();
        var page = names.subList(0, Math.min(limit, names.size()));
        return ListTablesResponse.builder()
                .tableNames(page)
                .lastEvaluatedTableName(page.size() < names.size() ? page.getLast() : null)
                .build();
    }

    /** Where AWS has them; who answers somewhere else says where. */
    public DescribeEndpointsResponse describeEndpoints() {
        access.requireAll("DescribeEndpoints");
        var endpoint = Endpoint.builder()
                .address("dynamodb.%s.amazonaws.com".formatted(Cloud.REGION))
                .cachePeriodInMinutes(ENDPOINT_KEPT_MINUTES)
                .build();
        return DescribeEndpointsResponse.builder().endpoints(endpoint).build();
    }

    public UpdateTimeToLiveResponse updateTimeToLive(UpdateTimeToLiveRequest request) {
        return new TimeToLive(access).update(request);
    }

    public TagResourceResponse tag(TagResourceRequest request) {
        return new Tagging(access).tag(request);
    }

    public UntagResourceResponse untag(UntagResourceRequest request) {
        return new Tagging(access).untag(request);
    }

    public ListTagsOfResourceResponse listTags(ListTagsOfResourceRequest request) {
        return new Tagging(access).list(request);
    }

    public DescribeTimeToLiveResponse describeTimeToLive(DescribeTimeToLiveRequest request) {
        return new TimeToLive(access).describe(request);
    }

    private static String named(@Nullable String tableName) {
        var name = Names.required(tableName);
        if (!Names.isArn(name)) {
            new Constraints().pattern("tableName", name).check();
        }
        return name;
    }

    private static List<String> after(List<String> names, @Nullable String start) {
        return start == null
                ? names
                : names.stream().filter(name -> name.compareTo(start) > 0).toList();
    }
}
