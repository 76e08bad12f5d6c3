package com.lifeverse.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class PersonTest {
    @Test
    void namesThatDifferInCaseOrInHowTheyAreWrittenAreOfOnePerson() {
        assertThat(Person.same("ann", "Ann")).isTrue();
        assertThat(Person.same("J\u00FCrgen", "Ju\u0308rgen"))
                .as("one letter or two")
                .isTrue();
        assertThat(Person.same("STRASSE", "stra\u00DFe")).isTrue();
        assertThat(Person.same("ann", "\uFF41nn")).as("full width").isTrue();
        assertThat(Person.isAmong(List.of("ben", "ANN"), "ann")).isTrue();
    }

    @Test
    void otherNamesAreOfOthers() {
        assertThat(Person.same("ann", "anna")).isFalse();
        assertThat(Person.isAmong(List.of("ben", "bea"), "ann")).isFalse();
    }
}
