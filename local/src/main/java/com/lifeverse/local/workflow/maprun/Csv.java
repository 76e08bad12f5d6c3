package com.lifeverse.local.workflow.maprun;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rows of comma separated values (RFC 4180), each as an object of its columns' names. */
final class Csv {
    private Csv() {}

    static Stream<JsonNode> rows(String content, JsonNode config) {
        var delimiter = switch (config.path("CSVDelimiter").asText("COMMA")) {
            case "PIPE" -> '|';
            case "SEMICOLON" -> ';';
            case "SPACE" -> ' ';
            case "TAB" -> '\t';
            default -> ',';
        };
        var rows = parsed(content, delimiter);
        if (config.path("CSVHeaderLocation").asText().equals("GIVEN")) {
            var names = new ArrayList<String>();
            config.path("CSVHeaders").forEach(name -> names.add(name.asText()));
            return rows.stream().map(row -> item(names, row));
        }
        return rows.stream().skip(1).map(row -> item(rows.getFirst(), row));
    }

    private static JsonNode item(List<String> names, List<String> row) {
        var item = Json.object();
        for (int i = 0; i < names.size(); i++) {
            item.put(names.get(i), i < row.size() ? row.get(i) : "");
        }
        return item;
    }

    private static List<List<String>> parsed(String content, char delimiter) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (quoted) {
                boolean doubled = c == '"' && i + 1 < content.length() && content.charAt(i + 1) == '"';
                if (c != '"' || doubled) {
                    field.append(c);
                    i += doubled ? 1 : 0;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == delimiter) {
                row.add(field.toString());
                field.setLength(0);
            } else if (c == '\n') {
                end(rows, row, field);
            } else if (c != '\r') {
                field.append(c);
            }
        }
        end(rows, row, field);
        return rows;
    }

    private static void end(List<List<String>> rows, List<String> row, StringBuilder field) {
        if (!row.isEmpty() || !field.isEmpty()) {
            row.add(field.toString());
            rows.add(List.copyOf(row));
        }
        row.clear();
        field.setLength(0);
    }
}
