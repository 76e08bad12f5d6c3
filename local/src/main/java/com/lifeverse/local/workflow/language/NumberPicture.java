package com.lifeverse.local.workflow.language;

import com.dashjoin.jsonata.JException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The picture by which {@code $formatNumber} writes a number, checked before the library takes it: it takes pictures that
 * are none.
 *
 * @see <a href="https://www.w3.org/TR/xpath-functions-31/#syntax-of-picture-string">XPath functions 3.1, 4.7.3</a>
 */
final class NumberPicture {
    private final Map<?, ?> signs;
    private final String digits;
    private final String active;

    private NumberPicture(@Nullable Map<?, ?> options) {
        this.signs = options == null ? Map.of() : options;
        int zero = sign("zero-digit", "0").codePointAt(0);
        var ten = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            ten.appendCodePoint(zero + i);
        }
        this.digits = ten.toString();
        this.active = digits + point() + sign("exponent-separator", "e") + group() + digit();
    }

    /**
     * Refuses a picture that is none.
     *
     * @throws JException with the code of the last rule that it breaks, as the reference does
     */
    static void check(String picture, @Nullable Map<?, ?> options) {
        var rules = new NumberPicture(options);
        var parts = picture.split(Pattern.quote(rules.sign("pattern-separator", ";")), -1);
        if (parts.length > 2) {
            throw new JException("D3080", -1);
        }
        for (var part : parts) {
            var broken = rules.broken(part);
            if (broken != null) {
                throw new JException(broken, -1);
            }
        }
    }

    private @Nullable String broken(String part) {
        var exponent = sign("exponent-separator", "e");
        int start = 0;
        while (start < part.length() && !counts(part.charAt(start), exponent)) {
            start++;
        }
        int end = part.length();
        while (end > start && !counts(part.charAt(end - 1), exponent)) {
            end--;
        }
        // Nothing in it counts: what the rules would call the active part is then all of it.
        var middle = start == end ? part : part.substring(start, end);
        int power = middle.indexOf(exponent);
        var mantissa = power < 0 ? middle : middle.substring(0, power);
        var raised = power < 0 ? null : middle.substring(power + 1);
        int at = mantissa.indexOf(point());
        var whole = at < 0 ? mantissa : mantissa.substring(0, at);
        var fraction = at < 0 ? part.substring(end) : mantissa.substring(at + 1);
        boolean scaled = part.contains(percent()) || part.contains(perMille());
        String broken = null;
        broken = twice(part, point()) ? "D3081" : broken;
        broken = twice(part, percent()) ? "D3082" : broken;
        broken = twice(part, perMille()) ? "D3083" : broken;
        broken = part.contains(percent()) && part.contains(perMille()) ? "D3084" : broken;
        broken = mantissa.chars().noneMatch(each -> (digits + digit()).indexOf(each) >= 0) ? "D3085" : broken;
        broken = middle.chars().anyMatch(each -> active.indexOf(each) < 0) ? "D3086" : broken;
        if (part.contains(point())) {
            broken = part.contains(group() + point()) || part.contains(point() + group()) ? "D3087" : broken;
        } else if (whole.endsWith(group())) {
            broken = "D3088";
        }
        broken = part.contains(group() + group()) ? "D3089" : broken;
        int optional = whole.indexOf(digit());
        broken = optional >= 0 && hasDigit(whole.substring(0, optional)) ? "D3090" : broken;
        int last = fraction.lastIndexOf(digit());
        broken = last >= 0 && hasDigit(fraction.substring(last)) ? "D3091" : broken;
        if (raised != null) {
            broken = !raised.isEmpty() && scaled ? "D3092" : broken;
            broken = raised.isEmpty() || raised.chars().anyMatch(each -> digits.indexOf(each) < 0) ? "D3093" : broken;
        }
        return broken;
    }

    private boolean counts(char sign, String exponent) {
        return active.indexOf(sign) >= 0 && exponent.indexOf(sign) < 0;
    }

    private boolean hasDigit(String text) {
        return text.chars().anyMatch(each -> digits.indexOf(each) >= 0);
    }

    private static boolean twice(String text, String sign) {
        return text.indexOf(sign) != text.lastIndexOf(sign);
    }

    private String point() {
        return sign("decimal-separator", ".");
    }

    private String group() {
        return sign("grouping-separator", ",");
    }

    private String digit() {
        return sign("digit", "#");
    }

    private String percent() {
        return sign("percent", "%");
    }

    private String perMille() {
        return sign("per-mille", "\u2030");
    }

    private String sign(String name, String usual) {
        return signs.get(name) instanceof String own && !own.isEmpty() ? own : usual;
    }
}
