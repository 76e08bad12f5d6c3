package com.lifeverse.local.table.parse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The 573 words that no expression may use as an attribute's name ("Reserved words in DynamoDB"). */
final class ReservedWords {
    private static final Set<String> WORDS = read();

    private ReservedWords() {}

    static boolean contain(String word) {
        return WORDS.contains(word.toUpperCase(Locale.ROOT));
    }

    private static Set<String> read() {
        try (var file = ReservedWords.class.getResourceAsStream("reserved-words.txt")) {
            if (file == null) {
                throw new IllegalStateException("reserved-words.txt is missing beside " + ReservedWords.class);
            }
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read reserved-words.txt", e);
        }
    }
}
