package com.lifeverse.local.table.schema;

import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.Value;

/** One attribute of a key; its type is S, N or B. */
public record KeyAttribute(String name, Value.Type type) {
    public KeyAttribute {
        switch (type) {
            case S, N, B -> {}
            case BOOL, NULL, L, M, SS, NS, BS ->
                throw new IllegalArgumentException("Key " + name + " cannot be of type " + type);
        }
    }

    /** True for text and binaries of no length, which no key may be. */
    public static boolean isEmpty(Value value) {
        return switch (value) {
            case Value.S(var text) -> text.isEmpty();
            case Value.B(var bytes) -> bytes.length() == 0;
            case Value.N _, Value.Bool _, Value.Null _, Value.L _, Value.M _, Value.SS _, Value.NS _, Value.BS _ ->
                false;
        };
    }

    /** The last words of AWS's complaint about an empty key. */
    public String emptiness() {
        return "The AttributeValue for a key attribute cannot contain an empty "
                + (type == Value.Type.S ? "string" : "binary") + " value.";
    }

    /** Refuses a value that no key may have: an empty one, or one longer than {@code limit} bytes. */
    void requireUsable(Value value, int limit, String tooLong) {
        if (isEmpty(value)) {
            throw InvalidRequest.empty(emptiness() + " Key: " + name);
        }
        if (value.size() > limit) {
            throw InvalidRequest.parameter(tooLong);
        }
    }
}
