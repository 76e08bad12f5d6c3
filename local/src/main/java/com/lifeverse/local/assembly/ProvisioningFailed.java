package com.lifeverse.local.assembly;

/** A resource could not be made; the message names it and says why. */
public final class ProvisioningFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ProvisioningFailed(Declaration declaration, String why) {
        super(message(declaration, why));
    }

    ProvisioningFailed(Declaration declaration, RuntimeException cause) {
        super(message(declaration, String.valueOf(cause.getMessage())), cause);
    }

    private static String message(Declaration declaration, String why) {
        return "%s %s of stack %s could not be made: %s"
                .formatted(declaration.type(), declaration.logicalId(), declaration.stack(), why);
    }
}
