package com.lifeverse.platform.lambda;

import java.util.Arrays;

/** What callers say they have already. */
public final class EntityTags {
    private EntityTags() {}

    /** Whether If-None-Match names a tag; compared weakly (RFC 9110, section 13.1.2). */
    public static boolean knows(HttpRequest request, String tag) {
        return request.header("if-none-match")
                .filter(header -> names(header, tag))
                .isPresent();
    }

    private static boolean names(String header, String tag) {
        return header.strip().equals("*")
                || Arrays.stream(header.split(",", -1))
                        .map(each -> each.strip().replaceFirst("^W/", ""))
                        .anyMatch(tag::equals);
    }
}
