package com.lifeverse.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.simulate.trigger.CrashPoint;
import com.lifeverse.local.simulate.trigger.CrashPointPage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/crash-points.md}, which {@code ./dev prove} writes, to the steps that there are, and to what it has to show. */
@Tag("rules")
final class CrashPointPageTest {
    private static final List<String> COLUMNS = List.of("BEFORE", "BEHIND", "UNANSWERED", "LOST", "DOUBLED");

    @Test
    void thePageIsMadeOfItsNumbersAndNothingElse() throws IOException {
        var page = Files.readString(Theatre.home().resolve("docs/crash-points.md"));
        var counts = new TreeMap<String, Long>();
        var rows = rows(page);
        assertThat(rows).as("a row for each step").hasSameSizeAs(CrashPoint.values());
        var row = rows.iterator();
        for (var point : CrashPoint.values()) {
            var numbers = row.next().iterator();
            COLUMNS.forEach(column -> counts.put(Scenario.ASIDE + point.name() + " " + column, numbers.next()));
        }
        var head = Pattern.compile(
                        "of ([\\d,]+) runs \\(seeds ([\\d.]+) of.* whenever, ([\\d,]+) in all", Pattern.DOTALL)
                .matcher(page);
        assertThat(head.find()).as("says of how many runs").isTrue();
        counts.put("effects", number(head.group(3)));

        assertThat(page).isEqualTo(CrashPointPage.of(head.group(2), number(head.group(1)), counts));
    }

    @Test
    void stepsWereCutAndNoEffectWasLostOrDoubled() throws IOException {
        var rows = rows(Files.readString(Theatre.home().resolve("docs/crash-points.md")));
        assertThat(rows)
                .as("hardly a step that no run was cut at")
                .filteredOn(row -> row.get(0) + row.get(1) + row.get(2) > 0)
                .hasSizeGreaterThanOrEqualTo(rows.size() - 1);
        assertThat(rows)
                .allSatisfy(
                        row -> assertThat(row.subList(3, 5)).as("lost, doubled").containsOnly(0L));
    }

    @Test
    void aLostEffectIsSaidOfEveryStepThatItsRunWasCutAt() {
        var page = CrashPointPage.of(
                "1..1", 1, Map.of("effects", 3L, "at GRANT BEFORE", 1L, "at GRANT LOST", 2L, "at LEDGER BEHIND", 1L));
        assertThat(page)
                .contains("| " + CrashPoint.GRANT + " | 1 | 0 | 0 | 2 | 0 |")
                .contains("| " + CrashPoint.LEDGER + " | 0 | 1 | 0 | 0 | 0 |");
    }

    private static List<List<Long>> rows(String page) {
        return page.lines()
                .filter(line -> Stream.of(CrashPoint.values()).anyMatch(point -> line.startsWith("| " + point + " |")))
                .map(line -> {
                    var cells = new ArrayList<>(Arrays.asList(line.split("\\|", -1)));
                    return cells.subList(2, 2 + COLUMNS.size()).stream()
                            .map(CrashPointPageTest::number)
                            .toList();
                })
                .toList();
    }

    private static long number(String text) {
        return Long.parseLong(text.strip().replace(",", ""));
    }
}
