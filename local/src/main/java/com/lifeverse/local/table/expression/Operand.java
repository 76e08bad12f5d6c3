package com.lifeverse.local.table.expression;

import java.util.List;

/** What conditions compare and what updates assign. */
public sealed interface Operand {
    record Attribute(Path path) implements Operand {}

    /** A value that the request gives under {@code name}, such as {@code :now}. */
    record Given(String name) implements Operand {}

    record Size(Operand of) implements Operand {}

    record IfNotExists(Path path, Operand otherwise) implements Operand {}

    record ListAppend(Operand first, Operand second) implements Operand {}

    record Sum(Operand left, Operand right) implements Operand {}

    record Difference(Operand left, Operand right) implements Operand {}

    /** A function call that can be read but not used; {@code why} says so, and nothing is ever evaluated. */
    record Unusable(List<Operand> operands, String why) implements Operand {
        public Unusable {
            operands = List.copyOf(operands);
        }
    }
}
