package com.lifeverse.local.wire.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.wire.json.RequestReader;
import com.lifeverse.local.wire.json.ResponseWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryRequest;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryResponse;
import software.amazon.awssdk.services.sfn.model.ListExecutionsRequest;
import software.amazon.awssdk.services.sfn.model.ListExecutionsResponse;
import software.amazon.awssdk.services.sfn.model.RedriveExecutionRequest;
import software.amazon.awssdk.services.sfn.model.RedriveExecutionResponse;
import software.amazon.awssdk.services.sfn.model.SendTaskSuccessRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskSuccessResponse;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;
import software.amazon.awssdk.services.sfn.model.StopExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StopExecutionResponse;

/** The SDK's client as functions get it: the stack's workflows, in the name of one caller. What it does not do, it refuses. */
public final class LocalStepFunctions implements SfnClient {
    private final BiFunction<String, JsonNode, JsonNode> service;

    /**
     * Speaks for one caller.
     *
     * @param service performs an operation, named with a capital, in the service's own members
     */
    public LocalStepFunctions(BiFunction<String, JsonNode, JsonNode> service) {
        this.service = service;
    }

    @Override
    public StartExecutionResponse startExecution(StartExecutionRequest request) {
        return answer("StartExecution", request, StartExecutionResponse.builder(), StartExecutionResponse.class);
    }

    @Override
    public StopExecutionResponse stopExecution(StopExecutionRequest request) {
        return answer("StopExecution", request, StopExecutionResponse.builder(), StopExecutionResponse.class);
    }

    @Override
    public RedriveExecutionResponse redriveExecution(RedriveExecutionRequest request) {
        return answer("RedriveExecution", request, RedriveExecutionResponse.builder(), RedriveExecutionResponse.class);
    }

    @Override
    public DescribeExecutionResponse describeExecution(DescribeExecutionRequest request) {
        return answer(
                "DescribeExecution", request, DescribeExecutionResponse.builder(), DescribeExecutionResponse.class);
    }

    @Override
    public ListExecutionsResponse listExecutions(ListExecutionsRequest request) {
        return answer("ListExecutions", request, ListExecutionsResponse.builder(), ListExecutionsResponse.class);
    }

    @Override
    public GetExecutionHistoryResponse getExecutionHistory(GetExecutionHistoryRequest request) {
        return answer(
                "GetExecutionHistory",
                request,
                GetExecutionHistoryResponse.builder(),
                GetExecutionHistoryResponse.class);
    }

    @Override
    public SendTaskSuccessResponse sendTaskSuccess(SendTaskSuccessRequest request) {
        return answer("SendTaskSuccess", request, SendTaskSuccessResponse.builder(), SendTaskSuccessResponse.class);
    }

    private <T> T answer(String operation, SdkPojo request, SdkPojo response, Class<T> type) {
        var asked = Json.read(new String(ResponseWriter.write(request), StandardCharsets.UTF_8));
        return type.cast(RequestReader.read(service.apply(operation, asked), response));
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Holds nothing: the workflows belong to the stack.
    }
}
