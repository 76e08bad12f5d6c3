package com.lifeverse.local.table.value;

import java.math.BigDecimal;
import java.util.Collections;
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
        public static final int MAX_DIGITS = 38;

        public N {
            number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
            long exponent = (long) number.precision() - number.scale() - 1;
            if (exponent > 125) {
                throw overflow();
            }
            if (exponent < -130) {
                throw new InvalidRequest(
                        "Number underflow. Attempting to store a number with magnitude smaller than supported range");
            }
            if (number.precision() > MAX_DIGITS) {
                throw new InvalidRequest("Attempting to store more than 38 significant digits in a Number");
            }
        }

        public static N of(long number) {
            return new N(BigDecimal.valueOf(number));
        }

        public N plus(N other) {
            return result(number.add(other.number));
        }

        public N minus(N other) {
            return result(number.subtract(other.number));
        }

        // What cannot be kept to the last digit is refused; AWS calls that an overflow, however small it is.
        private static N result(BigDecimal exact) {
            if (exact.stripTrailingZeros().precision() > MAX_DIGITS) {
                throw overflow();
            }
            return new N(exact);
        }

        private static InvalidRequest overflow() {
            return new InvalidRequest(
                    "Number overflow. Attempting to store a number with magnitude larger than supported range");
        }

        public static N parse(String text) {
            if (text.isEmpty()) {
                throw new InvalidRequest("The parameter cannot be converted to a numeric value");
            }
            try {
                return new N(new BigDecimal(text));
            } catch (NumberFormatException e) {
                throw new InvalidRequest("The parameter cannot be converted to a numeric value: " + text);
            }
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
            if (number.signum() == 0) {
                return 1;
            }
            // A byte holds two digits that begin at an even place; one more byte is for the exponent, one for a minus.
            int digits = number.precision();
            boolean isSplit = digits % 2 == 0 && (digits - number.scale() - 1) % 2 == 0;
            return 1 + (digits + 1) / 2 + (isSplit ? 1 : 0) + (number.signum() < 0 ? 1 : 0);
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
            texts = Collections.unmodifiableSet(texts);
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
            numbers = Collections.unmodifiableSet(numbers);
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
            members = Collections.unmodifiableSet(members);
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
