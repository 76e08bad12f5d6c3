package com.lifeverse.local.table.expression;

import java.util.List;

/** A condition or filter as it was written. */
public sealed interface Condition {
    enum Comparator {
        EQ("="),
        NE("<>"),
        LT("<"),
        LE("<="),
        GT(">"),
        GE(">=");

        private final String symbol;

        Comparator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }

        /** The comparator that says the same of the two operands swapped. */
        public Comparator mirrored() {
            return switch (this) {
                case EQ -> EQ;
                case NE -> NE;
                case LT -> GT;
                case LE -> GE;
                case GT -> LT;
                case GE -> LE;
            };
        }
    }

    record And(Condition left, Condition right) implements Condition {}

    record Or(Condition left, Condition right) implements Condition {}

    record Not(Condition of) implements Condition {}

    record Comparison(Comparator comparator, Operand left, Operand right) implements Condition {}

    record Between(Operand value, Operand low, Operand high) implements Condition {}

    record In(Operand value, List<Operand> options) implements Condition {
        public In {
            options = List.copyOf(options);
        }
    }

    record Exists(Path path) implements Condition {}

    record NotExists(Path path) implements Condition {}

    record HasType(Operand value, Operand type) implements Condition {}

    record BeginsWith(Operand value, Operand prefix) implements Condition {}

    record Contains(Operand container, Operand member) implements Condition {}

    /**
     * A function call that can be read but not used; nothing is ever evaluated.
     *
     * @param isMiscounted true if it has too few or too many operands
     * @param why what is wrong with it
     */
    record Unusable(List<Operand> operands, boolean isMiscounted, String why) implements Condition {
        public Unusable {
            operands = List.copyOf(operands);
        }
    }
}
