package com.lifeverse.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.cdk.Assembly.Resource;
import com.lifeverse.cdk.construct.StageSettings;
import com.lifeverse.cdk.contract.EventCatalogue;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing runs that nobody would hear of. */
@Tag("template")
class ObservabilityTest {
    private final Assembly dev = Assembly.dev();

    @Test
    void everyFunctionTellsOfErrorsThrottlesAndSlowness() {
        for (var function : dev.all("AWS::Lambda::Function")) {
            assertThat(alarmsAbout(function)).as(function.toString()).hasSizeGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void everyQueueTableWorkflowRuleAndApiTellsSomething() {
        for (var type : List.of(
                "AWS::SQS::Queue",
                "AWS::DynamoDB::GlobalTable",
                "AWS::StepFunctions::StateMachine",
                "AWS::Events::Rule",
                "AWS::ApiGatewayV2::Api")) {
            assertThat(dev.all(type))
                    .isNotEmpty()
                    .allSatisfy(resource -> assertThat(alarmsAbout(resource))
                            .as(resource.toString())
                            .isNotEmpty());
        }
    }

    @Test
    void oneLoopOfTriggersIsEnough() {
        assertThat(dev.all("AWS::CloudWatch::Alarm").stream()
                        .map(alarm -> alarm.properties())
                        .filter(alarm -> alarm.path("Namespace").asText().equals("LifeVerse/Triggers"))
                        .filter(alarm -> alarm.path("Threshold").asInt() == 0
                                && alarm.path("DatapointsToAlarm").asInt() == 1)
                        .map(alarm -> alarm.path("MetricName").asText()))
                .containsExactlyInAnyOrder("LoopsStopped", "UnreadableTriggers", "HeldByBreakers", "HeldByBreakers");
    }

    @Test
    void oneLetterAmongTheDeadIsEnough() {
        var deadLetters = dev.all("AWS::SQS::Queue").stream()
                .filter(queue -> !queue.properties().has("RedrivePolicy"))
                .toList();

        assertThat(deadLetters)
                .isNotEmpty()
                .allSatisfy(queue -> assertThat(alarmsAbout(queue))
                        .singleElement()
                        .satisfies(alarm -> {
                            assertThat(alarm.path("MetricName").asText())
                                    .isEqualTo("ApproximateNumberOfMessagesVisible");
                            assertThat(alarm.path("Threshold").asInt()).isZero();
                            assertThat(alarm.path("DatapointsToAlarm").asInt()).isEqualTo(1);
                        }));
    }

    @Test
    void namesOfAlarmsAndDashboardsMeetInNoAccount() {
        var names = new TreeMap<String, Resource>();
        var prod = Assembly.of(StageSettings.prod());
        for (var type : List.of("AWS::CloudWatch::Alarm", "AWS::CloudWatch::Dashboard")) {
            for (var resource : prod.all(type)) {
                var name = resource.properties().path("AlarmName").asText()
                        + resource.properties().path("DashboardName").asText();
                assertThat(names.put(name, resource)).as(name).isNull();
            }
        }
    }

    @Test
    void eachStackWithSomethingToWatchHasADashboardOfEachOfItsFunctionsAndTables() {
        for (var stack : dev.templates().keySet()) {
            var watched = dev.all("AWS::CloudWatch::Alarm").stream()
                    .anyMatch(alarm -> alarm.stack().equals(stack));
            if (watched) {
                var body = dashboard(stack);
                for (var type : List.of("AWS::Lambda::Function", "AWS::DynamoDB::GlobalTable", "AWS::SQS::Queue")) {
                    dev.all(type).stream()
                            .filter(resource -> resource.stack().equals(stack))
                            .forEach(resource -> assertThat(body).contains("\"" + resource.id() + "\""));
                }
            }
        }
    }

    @Test
    void operatorsSeeEveryKindOfEventAndTheRenewalsThatTellNothing() {
        var shown = dashboard("dev-happenings");

        assertThat(EventCatalogue.read(Assembly.repository().events())
                        .consumers()
                        .keySet())
                .hasSizeGreaterThan(15)
                .allSatisfy(type -> assertThat(shown).contains("\\\"" + type + "\\\""));
        assertThat(shown).contains("renewals");
    }

    @Test
    void whatOperatorsAskFirstHasAPanelCalledSo() {
        var shown = dashboard("dev-happenings");

        assertThat(List.of("Sign-ins", "Renewals", "Triggers fired", "Effects", "Live events"))
                .allSatisfy(title -> assertThat(shown).contains("\\\"" + title + ", a minute\\\""));
    }

    @Test
    void whatEachLogTakesInIsShownBesideWhatElseCostsMoney() {
        assertThat(dev.all("AWS::Logs::LogGroup")).hasSizeGreaterThan(30).allSatisfy(group -> {
            var shown = dashboard(group.stack());
            assertThat(shown).contains("IncomingBytes", "\"" + group.id() + "\"");
        });
    }

    @Test
    void theEdgeIsAskedForWhereItsMetricsAreAndItsAlarmIsThere() {
        var prod = Assembly.of(StageSettings.prod());
        var alarms = prod.all("AWS::CloudWatch::Alarm").stream()
                .filter(alarm -> alarm.properties().toString().contains("AWS/CloudFront"))
                .toList();
        var panels = prod.all("AWS::CloudWatch::Dashboard").stream()
                .filter(board -> board.properties().toString().contains("AWS/CloudFront"))
                .toList();

        assertThat(alarms)
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.stack()).isEqualTo("prod-identity"));
        assertThat(alarms.getFirst().properties().at("/Metrics/0/Expression").asText())
                .as("of whatever distribution")
                .isEqualTo("SELECT MAX(\"5xxErrorRate\") FROM SCHEMA(\"AWS/CloudFront\", DistributionId, Region)");
        assertThat(panels)
                .hasSize(2)
                .allSatisfy(board -> assertThat(board.properties().toString().split("AWS/CloudFront", -1)[1])
                        .contains("us-east-1"));
    }

    private String dashboard(String name) {
        return dev.all("AWS::CloudWatch::Dashboard").stream()
                .filter(each -> each.properties().path("DashboardName").asText().equals(name))
                .findFirst()
                .orElseThrow()
                .properties()
                .toString();
    }

    private List<JsonNode> alarmsAbout(Resource resource) {
        return dev.all("AWS::CloudWatch::Alarm").stream()
                .filter(alarm -> alarm.stack().equals(resource.stack()))
                .map(Resource::properties)
                .filter(alarm -> alarm.toString().contains("\"" + resource.id() + "\""))
                .toList();
    }
}
