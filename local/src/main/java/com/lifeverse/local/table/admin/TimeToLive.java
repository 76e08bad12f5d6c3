package com.lifeverse.local.table.admin;

import com.lifeverse.local.table.request.Access;
import com.lifeverse.local.table.request.Constraints;
import com.lifeverse.local.table.schema.TableDefinition;
import com.lifeverse.local.table.value.InvalidRequest;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveResponse;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveSpecification;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveResponse;

/** UpdateTimeToLive and DescribeTimeToLive. A change is made at once; AWS takes up to an hour. */
record TimeToLive(Access access) {
    private static final int MAX_NAME = 255;

    UpdateTimeToLiveResponse update(UpdateTimeToLiveRequest request) {
        var name = Names.required(request.tableName());
        var wanted = request.timeToLiveSpecification();
        var constraints = new Constraints();
        if (!Names.isArn(name)) {
            constraints.pattern("tableName", name);
        }
        constraints.notNull("timeToLiveSpecification", wanted);
        if (wanted != null) {
            constraints
                    .notNull("timeToLiveSpecification.enabled", wanted.enabled())
                    .notNull("timeToLiveSpecification.attributeName", wanted.attributeName());
            if (wanted.attributeName() != null) {
                constraints.length("timeToLiveSpecification.attributeName", wanted.attributeName(), 1, MAX_NAME);
            }
        }
        constraints.check();
        access.require("UpdateTimeToLive", name);

        access.catalogue().change(name, there -> changed(there, wanted));
        return UpdateTimeToLiveResponse.builder()
                .timeToLiveSpecification(wanted)
                .build();
    }

    DescribeTimeToLiveResponse describe(DescribeTimeToLiveRequest request) {
        var name = Names.required(request.tableName());
        if (!Names.isArn(name)) {
            new Constraints().pattern("tableName", name).check();
        }
        access.require("DescribeTimeToLive", name);
        var attribute = access.catalogue().described(name).definition().timeToLive();
        return DescribeTimeToLiveResponse.builder()
                .timeToLiveDescription(TimeToLiveDescription.builder()
                        .timeToLiveStatus(attribute.isPresent() ? TimeToLiveStatus.ENABLED : TimeToLiveStatus.DISABLED)
                        .attributeName(attribute.orElse(null))
                        .build())
                .build();
    }

    private static TableDefinition changed(TableDefinition there, TimeToLiveSpecification wanted) {
        var current = there.timeToLive();
        if (current.isPresent() && !current.get().equals(wanted.attributeName())) {
            throw new InvalidRequest(
                    "TimeToLive is active on a different AttributeName: current AttributeName is " + current.get());
        }
        if (current.isPresent() == wanted.enabled()) {
            throw new InvalidRequest(
                    wanted.enabled() ? "TimeToLive is already enabled" : "TimeToLive is already disabled");
        }
        return there.withTimeToLive(wanted.enabled() ? Optional.of(wanted.attributeName()) : Optional.empty());
    }
}
