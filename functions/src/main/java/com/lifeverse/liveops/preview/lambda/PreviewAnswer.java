package com.lifeverse.liveops.preview.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.liveops.preview.Preview;
import com.lifeverse.liveops.preview.Sight;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.HttpResponse;
import java.time.Instant;
import java.util.Locale;

/** A preview as a document. */
final class PreviewAnswer {
    private PreviewAnswer() {}

    static HttpResponse of(Preview preview, Instant at) {
        var json = Json.object().put("at", at.toString());
        var events = json.putArray("events");
        for (var sight : preview.events()) {
            events.add(event(sight));
        }
        var flags = json.putObject("flags");
        preview.flags().forEach((name, flag) -> {
            var node = flags.putObject(name);
            flag.value().ifPresent(value -> node.set("value", Json.mapper().valueToTree(value)));
            var chain = node.putArray("because");
            for (var link : flag.chain()) {
                var each = event(link.sight()).put("holds", link.holds());
                link.value().ifPresent(value -> each.set("value", Json.mapper().valueToTree(value)));
                chain.add(each);
            }
            var layers = node.putArray("layers");
            // The one that goes before all others first.
            for (var layer : flag.layers().reversed()) {
                var each = layers.addObject()
                        .put("layer", word(layer.kind()))
                        .put("source", layer.source())
                        .put("holds", layer.holds());
                layer.value().ifPresent(value -> each.set("value", Json.mapper().valueToTree(value)));
            }
        });
        return HttpResponse.json(200, json).with("cache-control", "no-store");
    }

    private static ObjectNode event(Sight sight) {
        var json = Json.object()
                .put("event", sight.published().id())
                .put("revision", sight.published().revision().number())
                .put("phase", word(sight.moment().phase()))
                .put("standing", word(sight.standing()));
        sight.moment()
                .occurrence()
                .ifPresent(
                        occurrence -> json.put("occurrence", occurrence.name().toString()));
        return json;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
