package com.lifeverse.trigger.letter.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.letter.DeadLetter;
import com.lifeverse.trigger.run.aws.Masked;
import java.util.List;
import java.util.Locale;

/** What staff are told of dead letters. */
final class DeadLetterAnswers {
    private DeadLetterAnswers() {}

    static ObjectNode list(List<DeadLetter> page, int limit) {
        var answer = Json.object();
        var list = answer.putArray("letters");
        page.forEach(letter -> list.add(brief(letter)));
        if (page.size() == limit) {
            answer.put("cursor", page.getLast().id());
        }
        return answer;
    }

    static ObjectNode whole(DeadLetter letter) {
        var answer = brief(letter)
                .put("version", letter.version())
                .put("cause", letter.origin().cause())
                .put("execution", letter.origin().execution());
        answer.set("input", Masked.of(letter.input()));
        var log = answer.putArray("log");
        letter.log()
                .forEach(line -> log.addObject()
                        .put("at", line.at().toString())
                        .put("by", line.by())
                        .put("what", line.what())
                        .put("note", line.note()));
        var corrections = answer.putArray("corrections");
        letter.corrections().made().forEach(each -> {
            var correction = corrections
                    .addObject()
                    .put("at", each.at().toString())
                    .put("by", each.by())
                    .put("note", each.note());
            each.places().forEach(correction.putArray("places")::add);
        });
        letter.corrections().by().forEach(answer.putArray("awaitsOtherThan")::add);
        return answer;
    }

    private static ObjectNode brief(DeadLetter letter) {
        return Json.object()
                .put("letterId", letter.id())
                .put("workflow", letter.origin().workflow())
                .put("error", letter.origin().error())
                .put("status", letter.status().name().toLowerCase(Locale.ROOT))
                .put("at", letter.at().toString())
                .put("edits", letter.edits());
    }
}
