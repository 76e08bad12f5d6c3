package com.lifeverse.local.workflow.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.workflow.language.Expressions;
import com.lifeverse.local.workflow.language.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * A text of a state that is evaluated, or that looks as if it should be.
 *
 * @param field the state's field that it stands in, such as {@code Arguments}, {@code Catch} or {@code Choices}
 * @param isExpression false if it stays a literal
 */
record Formula(String pointer, String field, String text, boolean isExpression) {
    /** All texts in the state's own fields, those of blocks inside it left out. */
    static List<Formula> of(Station station) {
        var formulas = new ArrayList<Formula>();
        station.body().properties().forEach(member -> {
            var field = member.getKey();
            if (!Station.PLAIN.contains(field) && !field.equals("Branches") && !field.equals("ItemProcessor")) {
                gather(station.pointer() + "/" + field, field, member.getValue(), formulas);
            }
        });
        return formulas;
    }

    private static void gather(String pointer, String field, JsonNode node, List<Formula> formulas) {
        switch (node) {
            case ObjectNode object ->
                object.properties().forEach(member -> {
                    if (!member.getKey().equals("Comment")) {
                        gather(pointer + "/" + Station.escaped(member.getKey()), field, member.getValue(), formulas);
                    }
                });
            case ArrayNode list -> {
                for (int i = 0; i < list.size(); i++) {
                    gather(pointer + "/" + i, field, list.get(i), formulas);
                }
            }
            default -> {
                if (node.isTextual()) {
                    boolean expression = Expressions.isExpression(node);
                    var text = expression ? Expressions.inner(node) : node.textValue();
                    formulas.add(new Formula(pointer, field, text, expression));
                }
            }
        }
    }

    Words words() {
        return Words.of(text);
    }
}
