package com.lifeverse.local.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.assembly.UnsupportedProperty;
import com.lifeverse.local.function.resource.EventInvokeConfigType;
import com.lifeverse.local.function.resource.FunctionAliasType;
import com.lifeverse.local.function.resource.FunctionType;
import com.lifeverse.local.function.resource.FunctionVersionType;
import com.lifeverse.local.function.resource.PermissionType;
import com.lifeverse.local.function.sample.Echo;
import com.lifeverse.local.iam.ResourcePolicies;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("adapters")
final class FunctionTypesTest {
    private static final String ARN = "arn:aws:lambda:us-east-1:111111111111:function:";

    private final Store store = Store.inMemory();
    private final HostFixture stack = new HostFixture(
            store, Agenda.virtual(Instant.parse("2026-11-20T18:00:00Z"), failure -> {}), TestCallers.allowingAll());
    private final Path assembly;

    FunctionTypesTest(@TempDir Path assembly) throws IOException {
        this.assembly = assembly;
        DirectoryAsset.of(assembly.resolve("asset.abc"), Echo.class);
        Files.writeString(
                assembly.resolve("test.assets.json"),
                "{\"files\":{\"abc\":{\"source\":{\"path\":\"asset.abc\",\"packaging\":\"zip\"}}}}");
    }

    @AfterEach
    void close() {
        stack.close();
    }

    @Test
    void aFunctionIsFoundThroughTheAssetManifestAndRuns() {
        var function = function("");

        assertThat(function.ref()).isEqualTo("echo");
        assertThat(function.attributes()).containsEntry("Arn", ARN + "echo");
        assertThat(stack.host
                        .invoke(Caller.unrestricted(), ARN + "echo", "{\"a\":1}")
                        .payload())
                .isEqualTo("{\"a\":1}");
    }

    @Test
    void whatIsNotHeldIsRefusedByName() {
        assertThatThrownBy(() -> function(",'VpcConfig':{}"))
                .isInstanceOf(UnsupportedProperty.class)
                .hasMessageContainingAll("AWS::Lambda::Function", "Thing", "VpcConfig");
        assertThatThrownBy(() -> function(",'Layers':['arn']"))
                .isInstanceOf(UnsupportedProperty.class)
                .hasMessageContaining("Layers");
        assertThatThrownBy(() -> function(",'Runtime':'nodejs24.x'"))
                .isInstanceOf(UnsupportedProperty.class)
                .hasMessageContaining("Runtime");
        assertThatThrownBy(() -> function(",'Code':{'ZipFile':'x'}"))
                .isInstanceOf(UnsupportedProperty.class)
                .hasMessageContaining("Code");
        assertThatThrownBy(() -> function(",'Code':{'S3Key':'missing.zip'}"))
                .isInstanceOf(UnsupportedProperty.class)
                .hasMessageContaining("missing");
    }

    @Test
    void aVersionKeepsItsNumberAndAnAliasAnswersItsArn() {
        function("");
        var versions = new FunctionVersionType(stack.host, store);
        var first = provision(versions, "VersionA", "{'FunctionName':'echo'}");
        var second = provision(versions, "VersionB", "{'FunctionName':'echo'}");
        var again = provision(new FunctionVersionType(stack.host, store), "VersionA", "{'FunctionName':'echo'}");
        var alias = provision(
                new FunctionAliasType(stack.host),
                "Live",
                "{'FunctionName':'echo','FunctionVersion':'2','Name':'live'}");

        assertThat(first.ref()).isEqualTo(ARN + "echo:1").isEqualTo(again.ref());
        assertThat(second.attributes()).containsEntry("Version", "2");
        assertThat(alias.ref()).isEqualTo(ARN + "echo:live");
    }

    @Test
    void aPermissionHoldsForItsQualifierAndItsSourceOnly() {
        var policies = new ResourcePolicies();
        var callers = TestCallers.denying(policies);
        provision(new PermissionType(policies), "Permission", """
                {'Action':'lambda:InvokeFunction','FunctionName':'%secho:live','Principal':'events.amazonaws.com',
                 'SourceArn':'arn:aws:events:us-east-1:111111111111:rule/game/*'}""".formatted(ARN));
        var rule = "arn:aws:events:us-east-1:111111111111:rule/game/ended";

        assertThatCode(() -> invoke(callers, "events.amazonaws.com", rule, "echo:live"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> invoke(callers, "events.amazonaws.com", rule, "echo"))
                .hasMessageContaining("not authorized");
        assertThatThrownBy(() -> invoke(callers, "sns.amazonaws.com", rule, "echo:live"))
                .hasMessageContaining("not authorized");
        assertThatThrownBy(() -> invoke(callers, "events.amazonaws.com", rule.replace("game", "other"), "echo:live"))
                .hasMessageContaining("not authorized");
    }

    private static void invoke(TestCallers callers, String principal, String source, String function) {
        callers.service(principal, source).require("lambda:InvokeFunction", ARN + function);
    }

    @Test
    void aBucketAsDestinationIsRefused() {
        assertThatThrownBy(() -> provision(new EventInvokeConfigType(stack.host), "Config", """
                        {'FunctionName':'echo','Qualifier':'live','DestinationConfig':
                         {'OnFailure':{'Destination':'arn:aws:s3:::lost'}}}"""))
                .isInstanceOf(UnsupportedProperty.class)
                .hasMessageContaining("DestinationConfig");
    }

    private Provisioned function(String more) {
        return provision(new FunctionType(stack.host), "Thing", """
            {'FunctionName':'echo','Code':{'S3Bucket':'b','S3Key':'abc.zip'},'Handler':'%s','Runtime':'java25',
             'Role':'arn:aws:iam::111111111111:role/echo','SnapStart':{'ApplyOn':'PublishedVersions'}%s}""".formatted(Echo.class.getName(), more));
    }

    private Provisioned provision(ResourceType type, String logicalId, String properties) {
        try {
            var tree = new ObjectMapper().readTree(properties.replace('\'', '"'));
            return type.provision(new Declaration("test", logicalId, type.name(), tree, assembly));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(properties, e);
        }
    }
}
