package com.lifeverse.liveops.compensation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A plan of grants as an author hands it in; in the order of players' ids, however it was written.
 *
 * @param id the plan's name, which is part of the key of each grant
 * @param reason why, for who approves it
 * @param incident what it makes up for, such as the incident's number
 * @param message the key of the text that each player finds in the inbox; empty if there is none
 */
public record Submission(String id, String reason, String incident, Optional<String> message, List<Line> lines) {
    public Submission {
        lines = lines.stream().sorted(Comparator.comparing(Line::playerId)).toList();
    }

    /** All that would be given, by item. */
    public SortedMap<String, Long> totals() {
        var totals = new TreeMap<String, Long>();
        lines.forEach(line -> totals.merge(line.item(), (long) line.amount(), Long::sum));
        return Collections.unmodifiableSortedMap(totals);
    }

    /** The most that one player would get. */
    public int largest() {
        return lines.stream().mapToInt(Line::amount).max().orElse(0);
    }

    /** The SHA-256 of all of it, in hexadecimal digits: whoever approves says which plan they have seen. */
    public String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            add(digest, id);
            add(digest, reason);
            add(digest, incident);
            add(digest, message.orElse(""));
            for (var line : lines) {
                add(digest, line.playerId());
                add(digest, line.item());
                add(digest, Integer.toString(line.amount()));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** With its length before it, so that borders cannot be mistaken. */
    private static void add(MessageDigest digest, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }
}
