package com.lifeverse.local.assembly.template;

/** A template or manifest that cannot be followed; the message says where and why. */
public final class TemplateError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TemplateError(String message) {
        super(message);
    }
}
