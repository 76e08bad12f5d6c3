package com.lifeverse.local.assembly;

/** A declaration asks for what the local stack does not hold: said by name, never skipped. */
public final class UnsupportedProperty extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String property;
    private final String why;

    public UnsupportedProperty(Declaration declaration, String property, String why) {
        super("%s %s of stack %s: %s is not held locally: %s"
                .formatted(declaration.type(), declaration.logicalId(), declaration.stack(), property, why));
        this.property = property;
        this.why = why;
    }

    /** Which property it is and why it cannot be, without the words for templates. */
    public String bare() {
        return property + ": " + why;
    }
}
