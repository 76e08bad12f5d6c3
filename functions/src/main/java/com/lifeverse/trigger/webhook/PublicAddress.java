package com.lifeverse.trigger.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Which addresses anybody on the Internet can reach. Of IPv4 all but what is registered for something else; of IPv6 only global
 * unicast, and of that none that carries an IPv4 address in it.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA's registry of IPv4</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">and of IPv6</a>
 */
public final class PublicAddress {
    private static final List<Block> NOT_IPV4 = List.of(
            Block.of("0.0.0.0", 8),
            Block.of("10.0.0.0", 8),
            // Shared by carriers' customers (RFC 6598).
            Block.of("100.64.0.0", 10),
            Block.of("127.0.0.0", 8),
            // Link-local, and where clouds tell instances their credentials.
            Block.of("169.254.0.0", 16),
            Block.of("172.16.0.0", 12),
            Block.of("192.0.0.0", 24),
            Block.of("192.0.2.0", 24),
            Block.of("192.88.99.0", 24),
            Block.of("192.168.0.0", 16),
            Block.of("198.18.0.0", 15),
            Block.of("198.51.100.0", 24),
            Block.of("203.0.113.0", 24),
            // Multicast, reserved, broadcast.
            Block.of("224.0.0.0", 3));

    /** Everything else of IPv6 is local, mapped (::ffff:0:0/96), translated (64:ff9b::/96) or nobody's. */
    private static final Block GLOBAL_UNICAST = Block.of("2000::", 3);

    private static final List<Block> NOT_IPV6 = List.of(
            // Protocols: Teredo, benchmarks, ORCHID.
            Block.of("2001::", 23),
            Block.of("2001:db8::", 32),
            // 6to4.
            Block.of("2002::", 16),
            Block.of("3fff::", 20));

    private PublicAddress() {}

    public static boolean is(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> NOT_IPV4.stream().noneMatch(block -> block.holds(four));
            case Inet6Address six ->
                GLOBAL_UNICAST.holds(six) && NOT_IPV6.stream().noneMatch(block -> block.holds(six));
            // There is no third kind.
            case InetAddress _ -> false;
        };
    }

    private record Block(InetAddress first, int bits) {
        static Block of(String first, int bits) {
            try {
                return new Block(InetAddress.getByName(first), bits);
            } catch (UnknownHostException e) {
                throw new IllegalStateException("An address in digits needs no resolver", e);
            }
        }

        boolean holds(InetAddress address) {
            var begin = first.getAddress();
            var bytes = address.getAddress();
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % Byte.SIZE;
                if (((bytes[bit / Byte.SIZE] ^ begin[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
