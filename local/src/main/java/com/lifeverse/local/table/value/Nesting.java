package com.lifeverse.local.table.value;

/** How deep a value may lie in an item: 32 levels, of which the attribute itself is the first. */
public final class Nesting {
    private static final int MAX_LEVELS = 32;

    private Nesting() {}

    /** Refuses a value with {@code above} others around it. */
    public static void require(int above) {
        if (above >= MAX_LEVELS) {
            throw new InvalidRequest("Nesting Levels have exceeded supported limits: "
                    + "Attributes in the item have nested levels beyond supported limit");
        }
    }

    /** Refuses a value that lies too deep, or in which one does, with {@code above} others around it. */
    public static void require(Value value, int above) {
        require(above);
        switch (value) {
            case Value.L(var elements) -> elements.forEach(each -> require(each, above + 1));
            case Value.M(var entries) -> entries.values().forEach(each -> require(each, above + 1));
            case Value.S _, Value.N _, Value.B _, Value.Bool _, Value.Null _, Value.SS _, Value.NS _, Value.BS _ -> {}
        }
    }
}
