package com.lifeverse.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.Platforms;
import com.lifeverse.liveops.event.aws.LiveEventFile;
import com.lifeverse.liveops.event.aws.Vocabulary;
import com.lifeverse.liveops.lint.CatalogueLint;
import com.lifeverse.liveops.lint.Finding;
import com.lifeverse.session.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("contracts")
final class LiveEventsTest {
    private static final Path FOLDER = EventFolders.PROJECT.resolve("live-events");
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

    static Stream<Path> files() {
        return EventFolders.list(FOLDER).stream().filter(file -> file.toString().endsWith(".yaml"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyEventFileHasTheRightFormAndPassesTheLint(Path file) throws IOException {
        var event = read(file);

        assertThat(Vocabulary.lint().findings(event, NOW)).noneMatch(Finding::isError);
        assertThat(CatalogueLint.findings(event, all(), NOW)).isEmpty();
        assertThat(file).hasFileName(event.id() + ".yaml");
        assertThat(EventFolders.PROJECT.resolve("docs").resolve(event.about().runbook()))
                .isRegularFile();
    }

    @Test
    void theExamplesCoverPlayersClocksAGlobalGoalAndARaceThatClocksChangeBeneath() throws IOException {
        var festival = read(FOLDER.resolve("weekend-festival.yaml"));
        var goal = read(FOLDER.resolve("community-goal.yaml"));
        var race = read(FOLDER.resolve("weekly-race.yaml"));

        assertThat(codes(festival)).containsExactly("span");
        assertThat(goal.progress())
                .hasValueSatisfying(progress -> assertThat(progress.together()).isTrue());
        assertThat(goal.rewards()).hasSize(3);
        assertThat(codes(race)).containsExactly("utc-shift");
    }

    @Test
    void eventsKnowThePlatformsThatPlayersSignInOn() {
        assertThat(Platforms.NAMES).containsExactlyElementsOf(Platform.texts());
    }

    private static List<String> codes(LiveEvent event) {
        return Vocabulary.lint().findings(event, NOW).stream()
                .map(Finding::code)
                .toList();
    }

    private static List<LiveEvent> all() throws IOException {
        var all = new ArrayList<LiveEvent>();
        for (var file : files().toList()) {
            all.add(read(file));
        }
        return all;
    }

    private static LiveEvent read(Path file) throws IOException {
        var reading = LiveEventFile.read(Files.readString(file));
        assertThat(reading).isInstanceOf(LiveEventFile.Reading.Sound.class);
        return ((LiveEventFile.Reading.Sound) reading).file().event();
    }
}
