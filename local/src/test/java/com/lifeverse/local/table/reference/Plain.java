package com.lifeverse.local.table.reference;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Attribute values as plain Java: String, BigDecimal, {@link Blob}, Boolean, {@link Nothing}, List, Map and
 * {@link Members} for the three kinds of sets.
 */
final class Plain {
    enum Nothing {
        NULL
    }

    /** A binary, its bytes as numbers from 0 to 255. */
    record Blob(List<Integer> bytes) {}

    /** A set; {@code type} is SS, NS or BS. */
    record Members(String type, List<Object> all) {}

    private Plain() {}

    static String type(Object value) {
        if (value instanceof String) {
            return "S";
        }
        if (value instanceof BigDecimal) {
            return "N";
        }
        if (value instanceof Blob) {
            return "B";
        }
        if (value instanceof Boolean) {
            return "BOOL";
        }
        if (value instanceof Nothing) {
            return "NULL";
        }
        if (value instanceof List<?>) {
            return "L";
        }
        if (value instanceof Map<?, ?>) {
            return "M";
        }
        if (value instanceof Members members) {
            return members.type();
        }
        throw new IllegalArgumentException("No plain value: " + value);
    }

    static boolean same(Object a, Object b) {
        if (!type(a).equals(type(b))) {
            return false;
        }
        if (a instanceof BigDecimal x && b instanceof BigDecimal y) {
            return x.compareTo(y) == 0;
        }
        if (a instanceof List<?> x && b instanceof List<?> y) {
            boolean same = x.size() == y.size();
            for (int i = 0; same && i < x.size(); i++) {
                same = same(x.get(i), y.get(i));
            }
            return same;
        }
        if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
            return x.size() == y.size()
                    && x.entrySet().stream().allMatch(each -> {
                        var other = y.get(each.getKey());
                        return other != null && same(each.getValue(), other);
                    });
        }
        if (a instanceof Members x && b instanceof Members y) {
            return x.all().size() == y.all().size() && x.all().stream().allMatch(each -> has(y.all(), each));
        }
        return a.equals(b);
    }

    static boolean has(List<?> all, Object wanted) {
        return all.stream().anyMatch(each -> same(each, wanted));
    }

    /** Which of two is the greater; empty if they cannot be compared. */
    static OptionalInt order(Object a, Object b) {
        if (a instanceof String x && b instanceof String y) {
            return OptionalInt.of(
                    Arrays.compareUnsigned(x.getBytes(StandardCharsets.UTF_8), y.getBytes(StandardCharsets.UTF_8)));
        }
        if (a instanceof BigDecimal x && b instanceof BigDecimal y) {
            return OptionalInt.of(x.compareTo(y));
        }
        if (a instanceof Blob x && b instanceof Blob y) {
            for (int i = 0; i < Math.min(x.bytes().size(), y.bytes().size()); i++) {
                int order = Integer.compare(x.bytes().get(i), y.bytes().get(i));
                if (order != 0) {
                    return OptionalInt.of(order);
                }
            }
            return OptionalInt.of(Integer.compare(x.bytes().size(), y.bytes().size()));
        }
        return OptionalInt.empty();
    }

    /** True if {@code whole} begins with {@code start}: text or binaries. */
    static boolean begins(Object whole, Object start) {
        if (whole instanceof String x && start instanceof String y) {
            return x.startsWith(y);
        }
        return whole instanceof Blob x
                && start instanceof Blob y
                && x.bytes().size() >= y.bytes().size()
                && x.bytes().subList(0, y.bytes().size()).equals(y.bytes());
    }

    static boolean contains(Object whole, Object part) {
        if (whole instanceof String x) {
            return part instanceof String y && x.contains(y);
        }
        if (whole instanceof Blob x) {
            return part instanceof Blob y
                    && (y.bytes().isEmpty() || Collections.indexOfSubList(x.bytes(), y.bytes()) >= 0);
        }
        if (whole instanceof List<?> all) {
            return has(all, part);
        }
        return whole instanceof Members members && members.type().equals(type(part) + "S") && has(members.all(), part);
    }
}
