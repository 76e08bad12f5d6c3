package com.lifeverse.local.table.reference;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Between plain values and the SDK's, in which requests and answers are. */
final class Bridge {
    private Bridge() {}

    static Map<String, AttributeValue> sdk(Map<String, Object> plain) {
        var values = new LinkedHashMap<String, AttributeValue>();
        plain.forEach((name, value) -> values.put(name, sdk(value)));
        return values;
    }

    @SuppressWarnings("unchecked") // Plain maps have strings as their keys.
    static AttributeValue sdk(Object plain) {
        return switch (plain) {
            case String text -> AttributeValue.fromS(text);
            case BigDecimal number -> AttributeValue.fromN(number.toString());
            case Plain.Blob blob -> AttributeValue.fromB(sdk(blob));
            case Boolean truth -> AttributeValue.fromBool(truth);
            case Plain.Nothing _ -> AttributeValue.fromNul(true);
            case List<?> list ->
                AttributeValue.fromL(list.stream().map(Bridge::sdk).toList());
            case Map<?, ?> map -> AttributeValue.fromM(sdk((Map<String, Object>) map));
            case Plain.Members(var type, var all) ->
                switch (type) {
                    case "SS" ->
                        AttributeValue.fromSs(all.stream().map(Object::toString).toList());
                    case "NS" ->
                        AttributeValue.fromNs(all.stream().map(Object::toString).toList());
                    default ->
                        AttributeValue.fromBs(
                                all.stream().map(each -> sdk((Plain.Blob) each)).toList());
                };
            default -> throw new IllegalArgumentException("No plain value: " + plain);
        };
    }

    private static SdkBytes sdk(Plain.Blob blob) {
        var bytes = new byte[blob.bytes().size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = blob.bytes().get(i).byteValue();
        }
        return SdkBytes.fromByteArray(bytes);
    }

    static Map<String, Object> plain(Map<String, AttributeValue> sdk) {
        var values = new LinkedHashMap<String, Object>();
        sdk.forEach((name, value) -> values.put(name, plain(value)));
        return values;
    }

    private static Object plain(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s();
            case N -> new BigDecimal(value.n());
            case B -> plain(value.b());
            case BOOL -> value.bool();
            case NUL -> Plain.Nothing.NULL;
            case L ->
                new ArrayList<Object>(value.l().stream().map(Bridge::plain).toList());
            case M -> plain(value.m());
            case SS -> new Plain.Members("SS", new ArrayList<>(value.ss()));
            case NS ->
                new Plain.Members(
                        "NS",
                        new ArrayList<>(value.ns().stream().map(BigDecimal::new).toList()));
            case BS ->
                new Plain.Members(
                        "BS",
                        new ArrayList<>(value.bs().stream().map(Bridge::plain).toList()));
            case UNKNOWN_TO_SDK_VERSION -> throw new IllegalArgumentException("No value: " + value);
        };
    }

    private static Plain.Blob plain(SdkBytes sdk) {
        var bytes = new ArrayList<Integer>();
        for (byte each : sdk.asByteArray()) {
            bytes.add(each & 0xFF);
        }
        return new Plain.Blob(bytes);
    }
}
