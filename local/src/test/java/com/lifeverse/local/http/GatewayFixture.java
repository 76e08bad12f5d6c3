package com.lifeverse.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.function.DirectoryAsset;
import com.lifeverse.local.function.FunctionHost;
import com.lifeverse.local.function.RecordingClients;
import com.lifeverse.local.function.TestCallers;
import com.lifeverse.local.function.resource.FunctionAliasType;
import com.lifeverse.local.function.resource.FunctionType;
import com.lifeverse.local.function.resource.FunctionVersionType;
import com.lifeverse.local.function.resource.PermissionType;
import com.lifeverse.local.function.sample.Answering;
import com.lifeverse.local.function.sample.Echo;
import com.lifeverse.local.function.sample.Failing;
import com.lifeverse.local.function.sample.Hanging;
import com.lifeverse.local.http.api.Apis;
import com.lifeverse.local.http.auth.Credentials;
import com.lifeverse.local.http.auth.IamAuthorizer;
import com.lifeverse.local.http.auth.TestIssuer;
import com.lifeverse.local.http.message.Body;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.http.message.Response;
import com.lifeverse.local.http.resource.ApiType;
import com.lifeverse.local.http.resource.AuthorizerType;
import com.lifeverse.local.http.resource.IntegrationType;
import com.lifeverse.local.http.resource.RouteType;
import com.lifeverse.local.http.resource.StageType;
import com.lifeverse.local.iam.ResourcePolicies;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Endpoints;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.push.PushApis;
import com.lifeverse.platform.runtime.IdSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An API made of declarations, the way a template makes it. */
final class GatewayFixture implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STACK = "test";

    final Agenda agenda;
    final Credentials credentials;
    final LocalPaths localPaths = new LocalPaths();
    final List<Throwable> failures = new CopyOnWriteArrayList<>();
    final TestIssuer issuer = new TestIssuer();
    final Gateway gateway;
    final String api;

    private final FunctionHost host;
    private final Path assembly;
    private final Map<String, ResourceType> types;

    GatewayFixture(Agenda agenda, Path assembly) {
        var made = new AtomicLong();
        IdSource ids = () -> IdSource.version7(agenda.millis(), 0, made.incrementAndGet());
        var store = Store.inMemory();
        var policies = new ResourcePolicies();
        var callers = TestCallers.denying(policies, "/forbidden");
        var apis = new Apis();
        var pushApis = new PushApis();
        this.agenda = agenda;
        this.assembly = assembly;
        this.credentials = new Credentials(store, agenda);
        this.host = new FunctionHost(
                store,
                agenda,
                callers,
                new Endpoints(),
                ids,
                caller -> new RecordingClients(),
                (function, line) -> {},
                failures::add);
        this.types = Stream.of(
                        new FunctionType(host),
                        new FunctionVersionType(host, store),
                        new FunctionAliasType(host),
                        new PermissionType(policies),
                        new ApiType(apis, pushApis),
                        new StageType(apis, pushApis, agenda),
                        new AuthorizerType(apis, issuer.sites(), agenda),
                        new IntegrationType(apis, pushApis),
                        new RouteType(apis, pushApis))
                .collect(Collectors.toMap(ResourceType::name, Function.identity()));
        this.gateway = new Gateway(
                agenda,
                ids,
                apis,
                host,
                callers,
                new IamAuthorizer(credentials, callers, agenda),
                localPaths,
                failures::add);
        packageCode();
        this.api = provision("Api", "AWS::ApiGatewayV2::Api", "{'Name':'test','ProtocolType':'HTTP'}")
                .ref();
    }

    /** Declares one resource; single quotes stand for double ones. */
    Provisioned provision(String logicalId, String type, String properties) {
        try {
            var resourceType = types.get(type);
            if (resourceType == null) {
                throw new IllegalArgumentException(type);
            }
            return resourceType.provision(
                    new Declaration(STACK, logicalId, type, JSON.readTree(properties.replace('\'', '"')), assembly));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(properties, e);
        }
    }

    void stage(String more) {
        provision(
                "Stage",
                "AWS::ApiGatewayV2::Stage",
                "{'ApiId':'%s','StageName':'$default','AutoDeploy':true%s}".formatted(api, more));
    }

    /** Declares a function with its alias, integration and route, as the CDK does. */
    void route(String routeKey, Class<?> handler, String variables, String authorization) {
        var id = Integer.toHexString(routeKey.hashCode());
        var function = provision("Function" + id, "AWS::Lambda::Function", """
                        {'Code':{'S3Key':'abc.zip'},'Handler':'%s::handleRequest','Runtime':'java25','Timeout':20,
                         'Role':'arn:aws:iam::111111111111:role/r','Environment':{'Variables':{%s}}}""".formatted(handler.getName(), variables))
                .ref();
        var version = provision("Version" + id, "AWS::Lambda::Version", "{'FunctionName':'" + function + "'}")
                .attributes()
                .getOrDefault("Version", "");
        var alias = provision(
                        "Alias" + id,
                        "AWS::Lambda::Alias",
                        "{'FunctionName':'%s','FunctionVersion':'%s','Name':'live'}".formatted(function, version))
                .ref();
        var path = routeKey.contains(" ") ? routeKey.substring(routeKey.indexOf(' ') + 1) : "";
        provision("Permission" + id, "AWS::Lambda::Permission", """
                {'Action':'lambda:InvokeFunction','FunctionName':'%s','Principal':'apigateway.amazonaws.com',
                 'SourceArn':'arn:aws:execute-api:us-east-1:111111111111:%s/*/*%s'}""".formatted(alias, api, path));
        connect(routeKey, alias, authorization, 30_000);
    }

    /** Declares a route to a function that there is already. */
    void connect(String routeKey, String function, String authorization, int timeoutMillis) {
        var id = Integer.toHexString(routeKey.hashCode());
        var integration = provision("Integration" + id, "AWS::ApiGatewayV2::Integration", """
                        {'ApiId':'%s','IntegrationType':'AWS_PROXY','IntegrationUri':'%s','PayloadFormatVersion':'2.0',
                         'TimeoutInMillis':%d}""".formatted(
                                api, function, timeoutMillis))
                .ref();
        provision(
                "Route" + id,
                "AWS::ApiGatewayV2::Route",
                "{'ApiId':'%s','RouteKey':'%s','Target':'integrations/%s'%s}"
                        .formatted(api, routeKey, integration, authorization));
    }

    Response call(Request request) {
        return gateway.call(request);
    }

    String text(Request request) {
        return call(request).body().text();
    }

    /** The answer of a route whose function gives back its event. */
    JsonNode event(Request request) throws JsonProcessingException {
        return JSON.readTree(text(request));
    }

    static Request get(String target) {
        return Request.of("GET", target, Map.of(), Body.EMPTY);
    }

    /** The variable that makes a function answer {@code text}. */
    static String answer(String text) {
        return "'ANSWER':'\\'" + text + "\\''";
    }

    /** An answer of the gateway's own. */
    static Consumer<Response> message(int status, String message) {
        return response -> {
            assertThat(response.status()).isEqualTo(status);
            assertThat(response.body().text()).isEqualTo("{\"message\":\"" + message + "\"}");
            assertThat(response.headers().first("content-type")).contains("application/json");
        };
    }

    @Override
    public void close() {
        host.close();
        agenda.close();
    }

    private void packageCode() {
        DirectoryAsset.of(assembly.resolve("asset.abc"), Echo.class, Answering.class, Failing.class, Hanging.class);
        try {
            Files.writeString(
                    assembly.resolve(STACK + ".assets.json"),
                    "{\"files\":{\"abc\":{\"source\":{\"path\":\"asset.abc\",\"packaging\":\"zip\"}}}}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
