package com.lifeverse.local.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
class DeclaredPropertiesTest {
    @Test
    void aPropertyThatNobodyActsOnIsRefusedByItsPath() {
        var rule = rule("{\"Targets\": [{\"Arn\": \"a\"}, {\"Arn\": \"b\", \"Colour\": \"red\"}]}");

        assertThatThrownBy(() -> rule("{\"Colour\": \"red\"}"))
                .isInstanceOf(UnsupportedProperty.class)
                .hasMessageContainingAll("AWS::Events::Rule", "Rule", "dev", "Colour");
        assertThatThrownBy(() -> rule.each("Targets", Set.of("Arn")))
                .isInstanceOf(UnsupportedProperty.class)
                .hasMessageContaining("Targets[1].Colour is not held locally");
    }

    @Test
    void whatHasNoMeaningHereIsPassedOver() {
        assertThat(rule("{\"Name\": \"all\", \"Tags\": []}").nameFrom("Name")).isEqualTo("all");
    }

    @Test
    void aNameThatIsNotStatedIsMadeFromWhereTheResourceIsDeclared() {
        assertThat(rule("{}").nameFrom("Name")).isEqualTo("dev-Rule");
    }

    @Test
    void whatIsNotThereIsEmptyAndWhatIsRequiredIsRefused() {
        var target = rule("{}").within("Targets", Set.of("Arn"));

        assertThat(target.text("Arn")).isEmpty();
        assertThatThrownBy(() -> target.required("Arn")).hasMessageContaining("Targets.Arn");
    }

    @Test
    void aValueOfAnotherKindIsRefused() {
        var rule = rule("{\"Name\": {\"a\": 1}, \"Targets\": \"none\"}");

        assertThatThrownBy(() -> rule.text("Name")).hasMessageContaining("it is not a single value");
        assertThatThrownBy(() -> rule.within("Targets", Set.of())).hasMessageContaining("it is not an object");
        assertThatThrownBy(() -> rule.number("Targets")).hasMessageContaining("it is not a whole number");
        assertThatThrownBy(() -> rule.flag("Targets", true)).hasMessageContaining("it is neither true nor false");
    }

    private static DeclaredProperties rule(String properties) {
        return DeclaredProperties.of(
                Declarations.of("AWS::Events::Rule", "Rule", properties), Set.of("Name", "Targets"), Set.of("Tags"));
    }
}
