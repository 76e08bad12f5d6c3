package com.lifeverse.trigger.ask.aws;

import com.lifeverse.trigger.ask.Question;
import com.lifeverse.trigger.ask.Question.Answer;
import com.lifeverse.trigger.ask.Questions;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Questions in the table of triggers: {@code question#WORKFLOW RUN}, with question, answers (a list), token, ttl, and once it is
 * answered answer (a map of answer, by, note, at). A step is one conditional write.
 */
public final class DynamoQuestions implements Questions {
    private static final Map<String, String> NAMES = Map.of("#question", "question", "#answer", "answer");

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoQuestions(DynamoDbClient dynamoDb, String triggersTable) {
        this.dynamoDb = dynamoDb;
        this.table = triggersTable;
    }

    @Override
    public Optional<Question> find(String workflow, String run) {
        var item = dynamoDb.getItem(
                        get -> get.tableName(table).key(key(workflow, run)).consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(read(item));
    }

    @Override
    public boolean ask(String workflow, String run, Question question, Instant until) {
        var names = new HashMap<>(NAMES);
        names.putAll(Map.of("#answers", "answers", "#token", "token", "#ttl", "ttl"));
        return wrote(update(workflow, run)
                .updateExpression(
                        "SET #question = :question, #answers = :answers, #token = :token, #ttl = :ttl REMOVE #answer")
                .conditionExpression(
                        "attribute_not_exists(playerId) OR #question <> :question OR attribute_not_exists(#answer)")
                .expressionAttributeNames(names)
                .expressionAttributeValues(Map.of(
                        ":question", AttributeValue.fromS(question.name()),
                        ":answers",
                                AttributeValue.fromL(question.answers().stream()
                                        .map(AttributeValue::fromS)
                                        .toList()),
                        ":token", AttributeValue.fromS(question.token()),
                        ":ttl", AttributeValue.fromN(Long.toString(until.getEpochSecond()))))
                .build());
    }

    @Override
    public boolean answer(String workflow, String run, String question, Answer answer) {
        return wrote(update(workflow, run)
                .updateExpression("SET #answer = :answer")
                .conditionExpression("#question = :question AND attribute_not_exists(#answer)")
                .expressionAttributeNames(NAMES)
                .expressionAttributeValues(Map.of(
                        ":question", AttributeValue.fromS(question),
                        ":answer",
                                AttributeValue.fromM(Map.of(
                                        "answer", AttributeValue.fromS(answer.answer()),
                                        "by", AttributeValue.fromS(answer.by()),
                                        "note", AttributeValue.fromS(answer.note()),
                                        "at", AttributeValue.fromS(answer.at().toString())))))
                .build());
    }

    private boolean wrote(UpdateItemRequest update) {
        try {
            dynamoDb.updateItem(update);
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    private UpdateItemRequest.Builder update(String workflow, String run) {
        return UpdateItemRequest.builder().tableName(table).key(key(workflow, run));
    }

    private static Map<String, AttributeValue> key(String workflow, String run) {
        return Map.of("playerId", AttributeValue.fromS("question#" + workflow), "sk", AttributeValue.fromS(run));
    }

    private static Question read(Map<String, AttributeValue> item) {
        return new Question(
                text(item, "question"),
                attribute(item, "answers").l().stream().map(AttributeValue::s).toList(),
                text(item, "token"),
                Optional.ofNullable(item.get("answer")).map(AttributeValue::m).map(DynamoQuestions::answer));
    }

    private static Answer answer(Map<String, AttributeValue> map) {
        return new Answer(text(map, "answer"), text(map, "by"), text(map, "note"), Instant.parse(text(map, "at")));
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return attribute(item, name).s();
    }

    private static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name))
                .orElseThrow(() -> new IllegalStateException("A question has no attribute " + name));
    }
}
