package com.lifeverse.local.table.value;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One attribute value: the closed family of DynamoDB's types. Unchanging; equal when DynamoDB's {@code =} says so
 * (numbers by value, sets and maps without order).
 */
public sealed interface Value {
    /** DynamoDB's names of its types; {@code longName} is how complaints about {@code ADD} and {@code DELETE} call them. */
    enum Type {
        S("STRING"),
        N("NUMBER"),
        B("BINARY"),
        BOOL("BOOLEAN"),
        NULL("NULL"),
        L("LIST"),
        M("MAP"),
        SS("STRING_SET"),
        NS("NUMBER_SET"),
        BS("BINARY_SET");

        private final String longName;

        Type(String longName) {
            this.longName = longName;
        }

        public String longName() {
            return longName;
        }
    }

    Type type();

    /** Bytes that the value counts for in an item's size, without its attribute's name. */
    int size();

    record S(String text) implements Value {
        @Override
        public Type type() {
            return Type.S;
        }

        @Override
        public int size() {
            return Bytes.utf8Length(text);
        }
    }

    /** A number in DynamoDB's range; its scale is normalised, so that {@code 1.0} equals {@code 1}. */
    record N(BigDecimal number) implements Value {
        public N {
            number = Numbers.normalised(number);
        }

        public static N of(long number) {
            return new N(BigDecimal.valueOf(number));
        }

        public N plus(N other) {
            return new N(Numbers.result(number.add(other.number)));
        }

        public N minus(N other) {
            return new N(Numbers.result(number.subtract(other.number)));
        }

        public static N parse(String text) {
            return new N(Numbers.parsed(text));
        }

        /** Plain digits without an exponent, as DynamoDB answers. */
        public String text() {
            return number.toPlainString();
        }

        @Override
        public Type type() {
            return Type.N;
        }

        @Override
        public int size() {
            return Numbers.size(number);
        }
    }

    record B(Bytes bytes) implements Value {
        @Override
        public Type type() {
            return Type.B;
        }

        @Override
        public int size() {
            return bytes.length();
        }
    }

    record Bool(boolean isTrue) implements Value {
        @Override
        public Type type() {
            return Type.BOOL;
        }

        @Override
        public int size() {
            return 1;
        }
    }

    record Null() implements Value {
        @Override
        public Type type() {
            return Type.NULL;
        }

        @Override
        public int size() {
            return 1;
        }
    }

    record L(List<Value> elements) implements Value {
        public L {
            elements = List.copyOf(elements);
        }

        @Override
        public Type type() {
            return Type.L;
        }

        @Override
        public int size() {
            return 3 + elements.stream().mapToInt(each -> 1 + each.size()).sum();
        }
    }

    /** A map in the order it was given in; hand over a map that nobody changes any more. */
    record M(Map<String, Value> entries) implements Value {
        public M {
            entries = Collections.unmodifiableMap(entries);
        }

        @Override
        public Type type() {
            return Type.M;
        }

        @Override
        public int size() {
            return 3
                    + entries.entrySet().stream()
                            .mapToInt(each -> 1
                                    + Bytes.utf8Length(each.getKey())
                                    + each.getValue().size())
                            .sum();
        }
    }

    /** A set of strings; hand over a set that nobody changes any more. Likewise for the other two. */
    record SS(Set<String> texts) implements Value {
        public SS {
            texts = Ordered.set(texts, Bytes::compareUtf8);
        }

        @Override
        public Type type() {
            return Type.SS;
        }

        @Override
        public int size() {
            return texts.stream().mapToInt(Bytes::utf8Length).sum();
        }
    }

    record NS(Set<N> numbers) implements Value {
        public NS {
            numbers = Ordered.set(numbers, Comparator.comparing(N::number));
        }

        @Override
        public Type type() {
            return Type.NS;
        }

        @Override
        public int size() {
            return numbers.stream().mapToInt(N::size).sum();
        }
    }

    record BS(Set<Bytes> members) implements Value {
        public BS {
            members = Ordered.set(members, Comparator.naturalOrder());
        }

        @Override
        public Type type() {
            return Type.BS;
        }

        @Override
        public int size() {
            return members.stream().mapToInt(Bytes::length).sum();
        }
    }
}
