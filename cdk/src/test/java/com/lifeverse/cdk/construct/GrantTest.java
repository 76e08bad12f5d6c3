package com.lifeverse.cdk.construct;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
class GrantTest {
    @Test
    void aWildcardActionIsRefused() {
        assertThatThrownBy(() -> Grant.of("dynamodb:*").on("arn:aws:dynamodb:us-east-1:111111111111:table/boats"))
                .hasMessage("a grant names its actions one by one: [dynamodb:*]");
    }

    @Test
    void aGrantOnNothingIsRefused() {
        assertThatThrownBy(() -> Grant.of("dynamodb:GetItem").on())
                .hasMessage("a grant of [dynamodb:GetItem] names no resource");
    }
}
