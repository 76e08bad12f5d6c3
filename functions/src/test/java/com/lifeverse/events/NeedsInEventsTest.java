package com.lifeverse.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.session.preference.Accessibility;
import com.lifeverse.session.preference.Palette;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a player needs to be able to play is nobody's news. */
@Tag("contracts")
final class NeedsInEventsTest {
    static Stream<String> types() {
        return EventFolders.types().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void noEventTypeHasAPlaceForWhatAPlayerNeeds(String type) {
        var words = new ArrayList<String>();
        collect(EventFolders.schema(type).path("properties"), words);

        assertThat(words).as(type).doesNotContainAnyElementsOf(needs());
    }

    @ParameterizedTest
    @MethodSource("types")
    void noSampleHasThem(String type) throws Exception {
        for (var file : EventFolders.samples(type)) {
            var words = new ArrayList<String>();
            collect(EventFolders.json(file).path("detail"), words);
            assertThat(words).as("%s", file).doesNotContainAnyElementsOf(needs());
        }
    }

    /** The names of all settings, and the values that only they have. */
    private static List<String> needs() {
        var settings = Arrays.stream(Accessibility.Setting.values()).map(Accessibility.Setting::text);
        var palettes = Palette.texts().stream().filter(name -> !name.equals("standard"));
        return Stream.of(settings, palettes, Stream.of("accessibility", "palette", "inputRemaps", "crossPlay"))
                .flatMap(names -> names)
                .toList();
    }

    private static void collect(JsonNode node, List<String> words) {
        node.properties().forEach(member -> {
            words.add(member.getKey());
            collect(member.getValue(), words);
        });
        if (node.isArray()) {
            node.forEach(each -> collect(each, words));
        } else if (node.isTextual()) {
            words.add(node.asText());
        }
    }
}
