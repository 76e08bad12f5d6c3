package com.lifeverse.local.assembly;

/** Makes the resources of one type. One class a type; it gets the services that it needs in its constructor. */
public interface ResourceType {
    /** The CloudFormation name, such as {@code AWS::SQS::Queue}; {@code Custom::*} stands for all of that prefix. */
    String name();

    /**
     * Makes the resource, or finds what an earlier run with the same data made of it.
     *
     * @throws UnsupportedProperty if the declaration asks for something that is not held locally
     */
    Provisioned provision(Declaration declaration);
}
