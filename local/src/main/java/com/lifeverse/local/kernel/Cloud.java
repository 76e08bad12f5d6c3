package com.lifeverse.local.kernel;

/** The account that the local stack plays, and how it names what is in it. */
public final class Cloud {
    public static final String ACCOUNT = "111111111111";
    public static final String REGION = "us-east-1";
    public static final String PARTITION = "aws";

    private Cloud() {}

    /** {@code arn:aws:SERVICE:us-east-1:111111111111:RESOURCE}. */
    public static String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + REGION + ":" + ACCOUNT + ":" + resource;
    }

    /** The ARN of a service without region, such as IAM's. */
    public static String globalArn(String service, String resource) {
        return "arn:aws:" + service + "::" + ACCOUNT + ":" + resource;
    }
}
