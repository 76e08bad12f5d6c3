package com.lifeverse.platform;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;

/** Who a name is of. A pool of users may tell {@code Ann} and {@code ann} apart; a second person has another name altogether. */
public final class Person {
    private Person() {}

    /** True if two names may be of one person: they differ in case or in how they are written in Unicode at most. */
    public static boolean same(String one, String other) {
        return folded(one).equals(folded(other));
    }

    /** True if one of these names may be theirs. */
    public static boolean isAmong(Collection<String> names, String who) {
        return names.stream().anyMatch(name -> same(name, who));
    }

    private static String folded(String name) {
        var compatible = Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
        // By capitals first, for some letters have several small forms.
        return Normalizer.normalize(compatible.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    }
}
