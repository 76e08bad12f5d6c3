package com.lifeverse.session.group.desk;

import com.lifeverse.session.Sha256;
import java.nio.ByteBuffer;
import java.util.UUID;

/** Ids made from names: the same names give the same id. UUID version 8 of a hash (RFC 9562, appendix B.2). */
public final class NamedId {
    private NamedId() {}

    public static String of(String prefix, String... names) {
        var hash = ByteBuffer.wrap(Sha256.of(names));
        return prefix
                + new UUID(
                        (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L,
                        (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }
}
