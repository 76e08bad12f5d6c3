package com.lifeverse.platform;

/**
 * What things cost, in US dollars each: us-east-1's public on-demand prices of November 2026, without free tiers and discounts. Whatever
 * forecasts or shows a cost takes it from here; it is <em>modelled</em>, and never a bill.
 */
public final class Prices {
    private static final double MILLION = 1_000_000;

    /** A read unit of a table on demand; an eventually consistent read of 4 KB is half of one. */
    public static final double TABLE_READ = 0.125 / MILLION;

    /** A write unit of a table on demand. */
    public static final double TABLE_WRITE = 0.625 / MILLION;

    /** A request of an HTTP API. */
    public static final double HTTP_REQUEST = 1.00 / MILLION;

    /** A call of a function, without its duration. */
    public static final double FUNCTION_CALL = 0.20 / MILLION;

    /** A second of a function on arm64, for each GB that it has. */
    public static final double FUNCTION_GB_SECOND = 0.0000133334;

    /** An event that is put on a bus. */
    public static final double EVENT = 1.00 / MILLION;

    /** A request of a queue. */
    public static final double QUEUE_REQUEST = 0.40 / MILLION;

    /** A start of an express workflow, without its duration. */
    public static final double EXPRESS_START = 1.00 / MILLION;

    /** A transition of a standard workflow. */
    public static final double TRANSITION = 25.00 / MILLION;

    /** An object that is put into a bucket. */
    public static final double OBJECT_PUT = 5.00 / MILLION;

    /** What a call of a function lasts: 5 ms with a quarter of a GB, as warm instances take for small requests. */
    private static final double USUAL_CALL = 0.005 * 0.25;

    /** A request of the API with the call of a function behind it. */
    public static final double REQUEST = HTTP_REQUEST + FUNCTION_CALL + USUAL_CALL * FUNCTION_GB_SECOND;

    private Prices() {}
}
