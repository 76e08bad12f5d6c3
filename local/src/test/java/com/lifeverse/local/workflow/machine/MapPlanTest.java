package com.lifeverse.local.workflow.machine;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.kernel.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("adapters")
class MapPlanTest {
    @Test
    void itemsSayWhichObjectOrBucketTheyComeFrom() {
        assertThat(source("{\"Arguments\":{\"Bucket\":\"data\",\"Key\":\"a/in.csv\"}}"))
                .isEqualTo("S3://data/a/in.csv");
        assertThat(source("{\"Arguments\":{\"Bucket\":\"data\",\"Prefix\":\"a/\"}}"))
                .isEqualTo("S3://data");
    }

    private static String source(String reader) {
        return new MapPlan(0, null, null, Json.read(reader), null, null).source();
    }
}
