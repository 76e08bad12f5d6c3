package com.lifeverse.local.kernel;

/**
 * The stack's process ends here, as if it were killed: nothing behind this point happens any more. Simulations throw it,
 * and whoever runs tasks or handlers lets it pass.
 */
public final class Halt extends Error {
    private static final long serialVersionUID = 1L;

    public Halt() {
        super("The process has ended", null, false, false);
    }
}
