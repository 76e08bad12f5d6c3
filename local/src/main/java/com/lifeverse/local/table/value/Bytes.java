package com.lifeverse.local.table.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** An unchanging run of bytes, ordered as unsigned bytes. */
public final class Bytes implements Comparable<Bytes> {
    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** Copies {@code content}. */
    public static Bytes of(byte[] content) {
        return new Bytes(content.clone());
    }

    /** Takes {@code content} over: the caller must not change it any more. */
    static Bytes taking(byte[] content) {
        return new Bytes(content);
    }

    public static Bytes utf8(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The length of {@code text} in UTF-8, without encoding it. */
    public static int utf8Length(String text) {
        int length = text.length();
        int bytes = length;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                // Half of a surrogate pair counts two: the pair takes four bytes.
                bytes += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
            }
        }
        return bytes;
    }

    /** How the bytes of {@code a} in UTF-8 stand to those of {@code b}, without encoding them if that can be avoided. */
    public static int compareUtf8(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char left = a.charAt(i);
            char right = b.charAt(i);
            if (left != right) {
                // The order of UTF-16 units differs from that of the bytes only where surrogates are involved.
                return Character.isSurrogate(left) || Character.isSurrogate(right)
                        ? utf8(a).compareTo(utf8(b))
                        : Character.compare(left, right);
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    public int length() {
        return content.length;
    }

    public byte[] copy() {
        return content.clone();
    }

    public boolean startsWith(Bytes prefix) {
        int length = prefix.content.length;
        return length <= content.length && Arrays.equals(content, 0, length, prefix.content, 0, length);
    }

    public boolean contains(Bytes part) {
        int length = part.content.length;
        for (int start = 0; start + length <= content.length; start++) {
            if (Arrays.equals(content, start, start + length, part.content, 0, length)) {
                return true;
            }
        }
        return false;
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(content);
    }

    /** These bytes followed by {@code more}. */
    public Bytes plus(Bytes more) {
        var all = Arrays.copyOf(content, content.length + more.content.length);
        System.arraycopy(more.content, 0, all, content.length, more.content.length);
        return new Bytes(all);
    }

    /** The least run of bytes that is greater than this one. */
    public Bytes next() {
        return new Bytes(Arrays.copyOf(content, content.length + 1));
    }

    /** The least run of bytes that is greater than all that start with this one; these must not be 0xFF throughout. */
    public Bytes afterPrefix() {
        int last = content.length - 1;
        while (content[last] == (byte) 0xFF) {
            last--;
        }
        var successor = Arrays.copyOf(content, last + 1);
        successor[last]++;
        return new Bytes(successor);
    }

    @Override
    public int compareTo(Bytes other) {
        return Arrays.compareUnsigned(content, other.content);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return base64();
    }
}
