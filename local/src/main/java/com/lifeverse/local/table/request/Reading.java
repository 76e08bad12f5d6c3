package com.lifeverse.local.table.request;

import com.lifeverse.local.table.value.Bytes;
import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.Nesting;
import com.lifeverse.local.table.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Values out of the SDK's form. */
record Reading(Wording wording) {
    private static final int MAX_NAME = 65535;

    Map<String, Value> map(Map<String, AttributeValue> attributes, int above) {
        if (attributes.containsKey("")) {
            throw new InvalidRequest("Empty attribute name");
        }
        var values = LinkedHashMap.<String, Value>newLinkedHashMap(attributes.size());
        attributes.forEach((name, attribute) -> {
            requireName(name);
            values.put(name, value(attribute, above));
        });
        return values;
    }

    private static void requireName(String name) {
        if (name.length() > MAX_NAME / 3) {
            int length = Bytes.utf8Length(name);
            if (length > MAX_NAME) {
                throw InvalidRequest.parameter(AttributeValues.nameTooLong(length));
            }
        }
    }

    /** The value that lies in {@code above} others. */
    Value value(AttributeValue attribute, int above) {
        Nesting.require(above);
        return switch (attribute.type()) {
            case S -> new Value.S(attribute.s());
            case N -> number(attribute.n());
            case B -> new Value.B(AttributeValues.bytes(attribute.b()));
            case BOOL -> new Value.Bool(attribute.bool());
            case NUL -> {
                if (!attribute.nul()) {
                    throw InvalidRequest.parameter("Null attribute value types must have the value of true");
                }
                yield new Value.Null();
            }
            case L -> {
                var elements = new ArrayList<Value>(attribute.l().size());
                for (var each : attribute.l()) {
                    elements.add(value(each, above + 1));
                }
                yield new Value.L(elements);
            }
            case M -> new Value.M(map(attribute.m(), above + 1));
            case SS -> {
                requireMembers(attribute.ss(), "An string set  may not be empty");
                yield new Value.SS(set(attribute.ss(), Function.identity(), () -> wording.doubleTexts(attribute.ss())));
            }
            case NS -> {
                requireMembers(attribute.ns(), "An number set  may not be empty");
                yield new Value.NS(set(attribute.ns(), this::number, wording::doubleNumbers));
            }
            case BS -> {
                requireMembers(attribute.bs(), "Binary sets should not be empty");
                yield new Value.BS(set(attribute.bs(), AttributeValues::bytes, () -> doubleBinaries(attribute)));
            }
            // The SDK's objects have no type once two were set.
            case null ->
                throw new InvalidRequest("Supplied AttributeValue has more than one datatypes set, "
                        + "must contain exactly one of the supported datatypes");
            case UNKNOWN_TO_SDK_VERSION ->
                throw new InvalidRequest(
                        "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
        };
    }

    private Value.N number(String text) {
        if (text.isEmpty()) {
            throw new InvalidRequest(wording.emptyNumber());
        }
        return Value.N.parse(text);
    }

    private InvalidRequest doubleBinaries(AttributeValue set) {
        return wording.doubleBinaries(
                set.bs().stream().map(AttributeValues::bytes).toList());
    }

    private static void requireMembers(List<?> members, String complaint) {
        if (members.isEmpty()) {
            throw InvalidRequest.parameter(complaint);
        }
    }

    private static <A, T> Set<T> set(List<A> members, Function<A, T> convert, Supplier<InvalidRequest> ifDouble) {
        var set = LinkedHashSet.<T>newLinkedHashSet(members.size());
        for (var member : members) {
            if (!set.add(convert.apply(member))) {
                throw ifDouble.get();
            }
        }
        return set;
    }
}
