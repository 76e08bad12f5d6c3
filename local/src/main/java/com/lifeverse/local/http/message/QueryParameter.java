package com.lifeverse.local.http.message;

import java.util.Arrays;
import java.util.List;

/** One parameter of a query, decoded. */
public record QueryParameter(String name, String value) {
    static List<QueryParameter> parse(String query) {
        return Arrays.stream(query.split("&", -1))
                .filter(part -> !part.isEmpty())
                .map(part -> {
                    int equals = part.indexOf('=');
                    return equals < 0
                            ? new QueryParameter(form(part), "")
                            : new QueryParameter(form(part.substring(0, equals)), form(part.substring(equals + 1)));
                })
                .toList();
    }

    private static String form(String encoded) {
        return Percent.decode(encoded.replace('+', ' '));
    }
}
