package com.lifeverse.local.table.sdk;

import com.lifeverse.local.table.expression.Projection;
import com.lifeverse.local.table.parse.Expressions;
import com.lifeverse.local.table.parse.Kind;
import com.lifeverse.local.table.read.Page;
import com.lifeverse.local.table.schema.IndexDefinition;
import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.Item;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** Which attributes a query or scan answers. */
record Selection(
        @Nullable Select select,
        Optional<Projection> projection,
        Expressions expressions,
        @Nullable String indexName) {
    /** This selection, unless it contradicts itself whatever the table is. */
    Selection requireSense() {
        if (select == null) {
            return this;
        }
        switch (select) {
            case ALL_ATTRIBUTES -> refuseProjection(select.toString());
            case COUNT -> refuseProjection("only the Count");
            case SPECIFIC_ATTRIBUTES -> {
                if (projection.isEmpty()) {
                    throw new InvalidRequest("Must specify the AttributesToGet or ProjectionExpression when choosing "
                            + "to get SPECIFIC_ATTRIBUTES");
                }
            }
            case ALL_PROJECTED_ATTRIBUTES -> {
                if (indexName == null) {
                    throw new InvalidRequest(
                            "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
                }
                refuseProjection(select.toString());
            }
            case UNKNOWN_TO_SDK_VERSION -> throw new IllegalStateException("Was refused: " + select);
        }
        return this;
    }

    private void refuseProjection(String chosen) {
        if (projection.isPresent()) {
            throw new InvalidRequest("Cannot specify the ProjectionExpression when choosing to get " + chosen);
        }
    }

    /**
     * How items are fetched from the table; empty if what is read holds all that is wanted. A global index never
     * fetches: what it does not hold is refused.
     */
    Optional<UnaryOperator<Item>> whole(Target target) {
        var index = target.index().map(each -> each.definition()).filter(each -> !each.holdsAll());
        if (index.isEmpty()) {
            return Optional.empty();
        }
        var held = index.get().held(target.table().definition().keys());
        return switch (index.get().scope()) {
            case GLOBAL -> {
                requireHeld(index.get(), held);
                yield Optional.empty();
            }
            case LOCAL ->
                select == Select.ALL_ATTRIBUTES
                                || !missing(held, Kind.PROJECTION, Kind.FILTER).isEmpty()
                        ? Optional.of(entry -> target.table().whole(entry))
                        : Optional.empty();
        };
    }

    /** The items of the answer; null if only their number is wanted. */
    @Nullable
    List<Map<String, AttributeValue>> items(Page page, Target target) {
        if (select == Select.COUNT) {
            return null;
        }
        return page.items().stream()
                .map(item -> Shown.item(shown(item, page, target), projection))
                .toList();
    }

    /** An item that was fetched only for its filter is shown as the index holds it. */
    private Item shown(Item item, Page page, Target target) {
        boolean isFetched = !page.fetched().isEmpty();
        return isFetched && select != Select.ALL_ATTRIBUTES && projection.isEmpty()
                ? target.index()
                        .map(index -> index.definition()
                                .entry(target.table().definition().keys(), item))
                        .orElse(item)
                : item;
    }

    private void requireHeld(IndexDefinition index, Set<String> held) {
        if (select == Select.ALL_ATTRIBUTES) {
            throw InvalidRequest.parameter("Select type ALL_ATTRIBUTES is not supported for global secondary index "
                    + index.name() + " because its projection type is not ALL");
        }
        var missing = missing(held, Kind.PROJECTION);
        if (!missing.isEmpty()) {
            throw InvalidRequest.parameter("Global secondary index " + index.name() + " does not project " + "["
                    + String.join(", ", missing) + "]");
        }
    }

    private Set<String> missing(Set<String> held, Kind... kinds) {
        var missing = new LinkedHashSet<String>();
        for (var kind : kinds) {
            missing.addAll(expressions.attributes(kind));
        }
        missing.removeAll(held);
        return missing;
    }
}
