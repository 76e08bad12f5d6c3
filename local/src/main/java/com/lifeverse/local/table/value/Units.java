package com.lifeverse.local.table.value;

/** DynamoDB's arithmetic of request units. */
public final class Units {
    private static final int WRITE_BYTES = 1024;
    private static final int READ_BYTES = 4096;

    private Units() {}

    /** A unit for each KB begun, one at least. */
    public static long write(long bytes) {
        return Math.max(1, (bytes + WRITE_BYTES - 1) / WRITE_BYTES);
    }

    /** A unit for each 4 KB begun, one at least. */
    public static long read(long bytes) {
        return Math.max(1, (bytes + READ_BYTES - 1) / READ_BYTES);
    }

    /** Read units as they are charged: an eventually consistent read costs half of a consistent one. */
    public static double charged(long readUnits, boolean isConsistent) {
        return isConsistent ? readUnits : readUnits / 2.0;
    }
}
