package com.lifeverse.trigger.shadow.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.NameBasedId;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.Log;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.trigger.aws.ComparedNews;
import com.lifeverse.trigger.decide.Comparison;
import com.lifeverse.trigger.shadow.Agreement;
import com.lifeverse.trigger.shadow.Agreements;
import com.lifeverse.trigger.shadow.Agreements.Shadow;
import com.lifeverse.trigger.shadow.aws.DynamoAgreements;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Behind the stream of the triggers' table: counts what versions of triggers made of the same events, one write a batch. A batch
 * that comes again as a whole counts once.
 */
public final class AgreementFunction extends Handler {
    private final Agreements agreements;

    public AgreementFunction() {
        this(LambdaRuntime.onAws());
    }

    public AgreementFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "TRIGGERS_TABLE");
        agreements = new DynamoAgreements(runtime.aws().dynamoDb(), settings.text("TRIGGERS_TABLE"), runtime.clock());
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        var records = Json.mapper().readTree(input).path("Records");
        var answer = Json.object();
        var failures = answer.putArray("batchItemFailures");
        try {
            count(records, call);
        } catch (RuntimeException passing) {
            var first = sequence(records.path(0));
            Log.failure(call, Problem.TEMPORARILY_UNAVAILABLE, first, passing);
            failures.addObject().put("itemIdentifier", first);
        }
        output.write(Json.mapper().writeValueAsBytes(answer));
    }

    private void count(JsonNode records, Call call) {
        Map<Shadow, List<Comparison>> compared = new LinkedHashMap<>();
        for (var record : records) {
            try {
                var news = ComparedNews.read(record.at("/dynamodb/NewImage"));
                compared.computeIfAbsent(new Shadow(news.trigger(), news.version()), _ -> new ArrayList<>())
                        .addAll(news.comparisons());
            } catch (JsonProcessingException | IllegalArgumentException unreadable) {
                // Of an older or newer version of the code: a count less, and it holds up no other.
                Log.failure(call, Problem.UNEXPECTED, sequence(record), unreadable);
            }
        }
        if (!compared.isEmpty()) {
            var names = records.valueStream().map(AgreementFunction::sequence).toArray(String[]::new);
            agreements.add(
                    compared.entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, each -> Agreement.of(each.getValue()))),
                    NameBasedId.of("", names));
        }
    }

    private static String sequence(JsonNode record) {
        return record.at("/dynamodb/SequenceNumber").asText();
    }
}
