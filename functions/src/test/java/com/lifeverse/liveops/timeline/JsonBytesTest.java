package com.lifeverse.liveops.timeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.json.Json;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class JsonBytesTest {
    @Test
    void aValueTakesAsManyBytesAsItDoesWhenItIsWritten() {
        var text = new StringBuilder("\ud83c\udf89 \ud83c");
        for (char each = 0; each < 0x900; each++) {
            text.append(each);
        }
        var value = new LinkedHashMap<String, Object>();
        value.put("text", text.append("\u20ac").toString());
        value.put("numbers", Arrays.asList(0, -7, 1.5e300, 0.1, 12345678901L, new BigDecimal("1.50"), null));
        value.put("\"none", List.of());
        value.put("maps", List.of(Map.of(), Map.of("a", true), Map.of("b", List.of(false))));

        assertThat(JsonBytes.of(value)).isEqualTo(Json.write(value).getBytes(UTF_8).length);
    }
}
