package com.lifeverse.local.table.expression;

import com.lifeverse.local.table.value.Bytes;
import com.lifeverse.local.table.value.Value;
import java.util.OptionalInt;

/** How two values stand to each other: only text, numbers and binaries of one type have an order. */
final class Order {
    private Order() {}

    static OptionalInt of(Value a, Value b) {
        return switch (a) {
            case Value.S(var text)
            when b instanceof Value.S(var other) -> OptionalInt.of(Bytes.compareUtf8(text, other));
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
}
