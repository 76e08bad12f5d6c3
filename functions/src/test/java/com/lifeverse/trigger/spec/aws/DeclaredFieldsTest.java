package com.lifeverse.trigger.spec.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.json.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("rules")
class DeclaredFieldsTest {
    private static final String SCHEMA = """
            {"type": "object", "properties": {
              "mode": {"type": "string"},
              "tags": {"type": "array", "items": {"type": "object", "properties": {"name": {"type": "string"}}}},
              "open": {"type": "object"},
              "shut": {"type": "object", "additionalProperties": false},
              "counts": {"type": "object", "properties": {"a": {}}, "additionalProperties": {"type": "object", "properties": {"n": {}}}},
              "either": {"oneOf": [{"type": "string"}, {"type": "object"}]}}}""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "producer",
                "payload",
                "payload.mode",
                "payload.tags",
                "payload.tags.name",
                "payload.open.anything.at.all",
                "payload.counts.b.n",
                "payload.either.part"
            })
    void whatIsDeclaredOrMayBeThere(String path) throws Exception {
        assertThat(DeclaredFields.has(Json.read(SCHEMA), path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "producers",
                "producer.name",
                "paylod.mode",
                "payload.Mode",
                "payload.mode.part",
                "payload.tags.title",
                "payload.shut.x",
                "payload.counts.b.m"
            })
    void whatNobodyDeclares(String path) throws Exception {
        assertThat(DeclaredFields.has(Json.read(SCHEMA), path)).isFalse();
    }
}
