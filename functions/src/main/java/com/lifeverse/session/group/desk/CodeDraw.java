package com.lifeverse.session.group.desk;

import com.lifeverse.session.Sha256;
import java.util.Locale;
import java.util.UUID;

/** Draws join codes: easy to read out, for no letter in it looks like a digit. */
public final class CodeDraw {
    /** Crockford's base 32: without I, L, O and U. */
    public static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private CodeDraw() {}

    /** The code as it was drawn, of one as it was typed. */
    public static String written(String typed) {
        return typed.toUpperCase(Locale.ROOT);
    }

    /** The code that follows from the random bits of that id. */
    public static String of(UUID id, int length) {
        var bytes = Sha256.of("join-code", id.toString());
        var code = new StringBuilder();
        for (int i = 0; i < length; i++) {
            code.append(ALPHABET.charAt(bytes[i] & 31));
        }
        return code.toString();
    }
}
