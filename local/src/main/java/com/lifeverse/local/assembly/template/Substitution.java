package com.lifeverse.local.assembly.template;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The text of {@code Fn::Sub}: {@code ${Name}} and {@code ${Name.Attribute}} are places, {@code ${!Text}} is not. */
final class Substitution {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]*)}");

    private Substitution() {}

    /** The names in the places of {@code text}, attributes included. */
    static List<String> places(String text) {
        var places = new ArrayList<String>();
        fill(text, place -> {
            places.add(place);
            return "";
        });
        return places;
    }

    /** {@code text} with each place replaced by what {@code answer} says of its name. */
    static String fill(String text, UnaryOperator<String> answer) {
        var filled = new StringBuilder();
        var matcher = PLACE.matcher(text);
        int from = 0;
        while (matcher.find()) {
            var name = matcher.group(1).strip();
            filled.append(text, from, matcher.start());
            filled.append(name.startsWith("!") ? "${" + name.substring(1) + "}" : answer.apply(name));
            from = matcher.end();
        }
        return filled.append(text, from, text.length()).toString();
    }
}
