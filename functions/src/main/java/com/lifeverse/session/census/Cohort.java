package com.lifeverse.session.census;

import com.lifeverse.session.Client;

/** Players whom operators tell apart: where they are, what they play on, with which version. */
public record Cohort(String region, String platform, String version) {
    /** Those of one combination too many. */
    public static final Cohort OTHERS = new Cohort("other", "other", "other");

    public static Cohort of(Client client) {
        return new Cohort(client.region().orElse("unknown"), client.platform().text(), client.version());
    }
}
