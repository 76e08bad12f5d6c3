package com.lifeverse.local.table.value;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** What DynamoDB makes of numbers: their range, how they are written, and the bytes that they count for. */
final class Numbers {
    private static final int MAX_DIGITS = 38;
    private static final int MAX_EXPONENT = 125;
    private static final int MIN_EXPONENT = -130;
    private static final Pattern WRITTEN = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)[eE]([+-]?\\d+)");

    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");

    private Numbers() {}

    /** {@code number} without zeros at its end, if it is in range. */
    static BigDecimal normalised(BigDecimal number) {
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        requireExponent((long) number.precision() - number.scale() - 1);
        var normalised = number.stripTrailingZeros();
        if (normalised.precision() > MAX_DIGITS) {
            throw new InvalidRequest("Attempting to store more than 38 significant digits in a Number");
        }
        return normalised;
    }

    /** What comes of a sum. AWS calls it an overflow if it cannot be kept to the last digit, however small it is. */
    static BigDecimal result(BigDecimal exact) {
        if (exact.stripTrailingZeros().precision() > MAX_DIGITS) {
            throw overflow();
        }
        return normalised(exact);
    }

    static BigDecimal parsed(String text) {
        if (!ASCII.matcher(text).matches()) {
            // Java would read the digits of any script.
            throw notNumeric(text);
        }
        try {
            var number = new BigDecimal(text);
            if (number.signum() == 0) {
                // A zero is judged by the exponent that it is written with.
                requireExponent(-(long) number.scale());
            }
            return normalised(number);
        } catch (NumberFormatException e) {
            throw farOut(text);
        }
    }

    /** What is wrong with a text that Java does not take for a number, perhaps only because of its exponent. */
    private static InvalidRequest farOut(String text) {
        var written = WRITTEN.matcher(text);
        if (written.matches()) {
            try {
                return Long.parseLong(written.group(2)) > 0 ? overflow() : underflow();
            } catch (NumberFormatException e) {
                return notNumeric(text);
            }
        }
        return notNumeric(text);
    }

    private static InvalidRequest notNumeric(String text) {
        return new InvalidRequest("The parameter cannot be converted to a numeric value: " + text);
    }

    static int size(BigDecimal number) {
        if (number.signum() == 0) {
            return 1;
        }
        // A byte holds two digits that begin at an even place; one more byte is for the exponent, one for a minus.
        int digits = number.precision();
        boolean isSplit = digits % 2 == 0 && (digits - number.scale() - 1) % 2 == 0;
        return 1 + (digits + 1) / 2 + (isSplit ? 1 : 0) + (number.signum() < 0 ? 1 : 0);
    }

    private static void requireExponent(long exponent) {
        if (exponent > MAX_EXPONENT) {
            throw overflow();
        }
        if (exponent < MIN_EXPONENT) {
            throw underflow();
        }
    }

    private static InvalidRequest overflow() {
        return new InvalidRequest(
                "Number overflow. Attempting to store a number with magnitude larger than supported range");
    }

    private static InvalidRequest underflow() {
        return new InvalidRequest(
                "Number underflow. Attempting to store a number with magnitude smaller than supported range");
    }
}
