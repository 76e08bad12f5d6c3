package com.lifeverse.local.workflow.maprun;

/** The items of a distributed Map cannot be read; becomes {@code States.ItemReaderFailed}. */
final class ReaderFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReaderFailed(String why) {
        super(why);
    }
}
