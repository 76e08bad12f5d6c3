package com.lifeverse.local.table.sdk;

import com.lifeverse.local.table.index.WriteUnits;
import com.lifeverse.local.table.request.Access;
import com.lifeverse.local.table.request.AttributeValues;
import com.lifeverse.local.table.request.Constraints;
import com.lifeverse.local.table.request.Costs;
import com.lifeverse.local.table.request.Faults;
import com.lifeverse.local.table.transaction.Digest;
import com.lifeverse.local.table.transaction.Part;
import com.lifeverse.local.table.transaction.Token;
import com.lifeverse.local.table.transaction.TransactionOutcome;
import com.lifeverse.local.table.transaction.Transactions;
import com.lifeverse.local.table.value.InvalidRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** TransactWriteItems. */
record TransactionWrites(Access access, Transactions transactions) {
    static final int MAX_PARTS = 100;
    static final long MAX_BYTES = 4L * 1024 * 1024;

    private static final int MAX_TOKEN = 36;

    TransactWriteItemsResponse write(TransactWriteItemsRequest request) {
        var constraints = new Constraints()
                .capacity(request.returnConsumedCapacityAsString())
                .metrics(request.returnItemCollectionMetricsAsString())
                .given("transactItems", request.hasTransactItems());
        var token = Optional.ofNullable(request.clientRequestToken());
        token.ifPresent(text -> constraints.length("clientRequestToken", text, 1, MAX_TOKEN));
        if (request.hasTransactItems()) {
            constraints.size("transactItems", request.transactItems(), 1, MAX_PARTS);
        }
        var actions = new ArrayList<List<TransactionAction>>();
        for (int i = 0; i < request.transactItems().size(); i++) {
            var path = "transactItems." + (i + 1) + ".member.";
            actions.add(TransactionAction.of(request.transactItems().get(i)));
            actions.getLast().forEach(action -> action.constrain(constraints, path));
        }
        constraints.check();
        var read = new ArrayList<TransactionAction.Read>();
        var digest = new Digest();
        long bytes = 0;
        for (var action : actions) {
            read.add(only(action).read(access, digest));
            bytes += read.getLast().bytes();
        }
        if (bytes > MAX_BYTES) {
            throw new InvalidRequest("Transaction payload size cannot exceed " + MAX_BYTES + " bytes");
        }
        var parts = read.stream().map(each -> each.part(access)).toList();
        var costs = Costs.transactionWrite(request.returnConsumedCapacity());
        return switch (transactions.write(parts, token.map(text -> new Token(text, digest.made())))) {
            case TransactionOutcome.Committed(var units) ->
                committed(parts, units, costs, new CollectionSizes(request.returnItemCollectionMetrics()));
            case TransactionOutcome.Repeated(var units) ->
                repeated(parts, units, Costs.transactionRead(request.returnConsumedCapacity()));
            case TransactionOutcome.Cancelled(var reasons) -> throw Faults.cancelled(shown(reasons, read));
            case TransactionOutcome.TokenReused _ -> throw Faults.tokenReused();
        };
    }

    /** The tables that the request names. */
    static List<String> tables(TransactWriteItemsRequest request) {
        return request.transactItems().stream()
                .flatMap(item -> TransactionAction.of(item).stream())
                .map(TransactionAction::table)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static TransactionAction only(List<TransactionAction> actions) {
        return switch (actions.size()) {
            case 0 ->
                throw new InvalidRequest("The action or operation requested is invalid. "
                        + "Verify that the action is typed correctly.");
            case 1 -> actions.getFirst();
            default -> throw new InvalidRequest("TransactItems can only contain one of Check, Put, Update or Delete");
        };
    }

    private static TransactWriteItemsResponse committed(
            List<Part> parts, List<WriteUnits> units, Costs costs, CollectionSizes collections) {
        for (int i = 0; i < parts.size(); i++) {
            costs.written(parts.get(i).table(), units.get(i));
            collections.touched(parts.get(i).table(), parts.get(i).write());
        }
        return TransactWriteItemsResponse.builder()
                .consumedCapacity(costs.ifAsked())
                .itemCollectionMetrics(collections.ifAny())
                .build();
    }

    private static TransactWriteItemsResponse repeated(List<Part> parts, List<Long> units, Costs costs) {
        for (int i = 0; i < parts.size(); i++) {
            costs.read(parts.get(i).table(), units.get(i).doubleValue());
        }
        return TransactWriteItemsResponse.builder()
                .consumedCapacity(costs.ifAsked())
                .build();
    }

    private static List<CancellationReason> shown(
            List<TransactionOutcome.Reason> reasons, List<TransactionAction.Read> asked) {
        var shown = new ArrayList<CancellationReason>(reasons.size());
        for (int i = 0; i < reasons.size(); i++) {
            var reason = CancellationReason.builder();
            switch (reasons.get(i)) {
                case TransactionOutcome.NoObjection _ -> reason.code("None");
                case TransactionOutcome.Invalid(var message) ->
                    reason.code("ValidationError").message(message);
                case TransactionOutcome.ConditionFailed(var found) -> {
                    reason.code("ConditionalCheckFailed").message("The conditional request failed");
                    if (found != null && asked.get(i).onFailure() == ReturnValuesOnConditionCheckFailure.ALL_OLD) {
                        reason.item(AttributeValues.attributes(found.attributes()));
                    }
                }
            }
            shown.add(reason.build());
        }
        return shown;
    }
}
