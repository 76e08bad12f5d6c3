package com.lifeverse.local.table.expression;

import com.lifeverse.local.table.value.Bytes;
import com.lifeverse.local.table.value.Value;
import java.util.OptionalInt;

/** How two values stand to each other: only text, numbers and binaries of one type have an order. */
final class Order {
    private Order() {}

    static OptionalInt of(Value a, Value b) {
        return switch (a) {
            case Value.S(var text) when b instanceof Value.S(var other) -> OptionalInt.of(compare(text, other));
            case Value.N(var number) when b instanceof Value.N(var other) -> OptionalInt.of(number.compareTo(other));
            case Value.B(var bytes) when b instanceof Value.B(var other) -> OptionalInt.of(bytes.compareTo(other));
            case Value.S _,
                    Value.N _,
                    Value.B _,
                    Value.Bool _,
                    Value.Null _,
                    Value.L _,
                    Value.M _,
                    Value.SS _,
                    Value.NS _,
                    Value.BS _ -> OptionalInt.empty();
        };
    }

    // Java compares UTF-16 units, DynamoDB UTF-8 bytes: they differ only where surrogates are involved.
    private static int compare(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char left = a.charAt(i);
            char right = b.charAt(i);
            if (left != right) {
                return Character.isSurrogate(left) || Character.isSurrogate(right)
                        ? Bytes.utf8(a).compareTo(Bytes.utf8(b))
                        : Character.compare(left, right);
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
