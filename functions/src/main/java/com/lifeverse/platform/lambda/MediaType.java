package com.lifeverse.platform.lambda;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the content-type of a request (RFC 9110, section 8.3). */
final class MediaType {
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern ESSENCE = Pattern.compile("(" + TOKEN + "/" + TOKEN + ")");
    /** Bounded, because the engine's stack grows with what a repeated group matches. */
    private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.){0,256}\"";

    private static final Pattern PARAMETER =
            Pattern.compile("[ \\t]*;[ \\t]*(?:(" + TOKEN + ")=(" + TOKEN + "|" + QUOTED + "))?");

    private MediaType() {}

    /**
     * True of {@code application/json} in UTF-8, the only charset that JSON has (RFC 8259). A charset that says so is
     * redundant and fine; another one is not, and neither is a header that cannot be read. Other parameters mean nothing.
     */
    static boolean isJson(String header) {
        var text = header.strip();
        var essence = ESSENCE.matcher(text);
        if (!essence.lookingAt() || !essence.group(1).equalsIgnoreCase("application/json")) {
            return false;
        }
        var parameter = PARAMETER.matcher(text);
        int read = essence.end();
        while (read < text.length()) {
            if (!parameter.region(read, text.length()).lookingAt()
                    || isOtherCharset(parameter.group(1), parameter.group(2))) {
                return false;
            }
            read = parameter.end();
        }
        return true;
    }

    // Both are null of an empty parameter, as behind a last semicolon.
    private static boolean isOtherCharset(@Nullable String name, @Nullable String value) {
        return name != null
                && value != null
                && name.equalsIgnoreCase("charset")
                && !unquoted(value).equalsIgnoreCase("utf-8");
    }

    private static String unquoted(String value) {
        return value.startsWith("\"") ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
    }
}
