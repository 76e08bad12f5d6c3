package com.lifeverse.local.assembly.template;

/** What references answer, as far as provisioning has come. Each throws {@link TemplateError} if there is no answer. */
public interface References {
    /** {@code Ref} of a resource of the same stack. */
    String ref(String logicalId);

    /** {@code Fn::GetAtt} of a resource of the same stack. */
    String attribute(String logicalId, String attribute);

    /** {@code Fn::ImportValue}: what some stack exports by that name. */
    String exported(String name);

    /** {@code Fn::GetStackOutput}: an output of another stack, exported or not. */
    String output(String stack, String output);
}
