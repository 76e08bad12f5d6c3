package com.lifeverse.trigger.profile;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a profile says of every player in one word. */
public enum Attribute {
    /** What the player's client runs on. */
    PLATFORM("platform", "pc|playstation|xbox|switch|ios|android|web"),
    /** Where the player is. */
    REGION("region", "[a-z0-9-]{2,16}"),
    /** The player's language, as BCP 47 has it. */
    LOCALE("locale", "[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?"),
    /** How far the player has come; a number. */
    LEVEL("level", "0|[1-9][0-9]{0,5}");

    private final String member;
    private final Pattern form;

    Attribute(String member, String form) {
        this.member = member;
        this.form = Pattern.compile(form);
    }

    /** What it is called in documents. */
    public String member() {
        return member;
    }

    /** The regular expression that all of a value must match. */
    public String form() {
        return form.pattern();
    }

    /** The attribute that documents call so; empty if there is none. */
    public static Optional<Attribute> called(String member) {
        return Arrays.stream(values())
                .filter(each -> each.member.equals(member))
                .findFirst();
    }

    /** Whether it can have this value. */
    public boolean takes(String value) {
        return form.matcher(value).matches();
    }

    /** The value as documents have it. */
    Object inDocument(String value) {
        return this == LEVEL ? (Object) Long.valueOf(value) : value;
    }
}
