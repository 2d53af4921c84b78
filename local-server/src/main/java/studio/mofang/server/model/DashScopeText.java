package studio.mofang.server.model;

import com.alibaba.dashscope.aigc.generation.GenerationParam;
import com.alibaba.dashscope.aigc.generation.GenerationResult;
import com.alibaba.dashscope.common.Function;
import com.alibaba.dashscope.common.Message;
import com.alibaba.dashscope.common.OutputMode;
import com.alibaba.dashscope.common.Role;
import com.alibaba.dashscope.common.Task;
import com.alibaba.dashscope.common.TaskGroup;
import com.alibaba.dashscope.exception.NoApiKeyException;
import com.alibaba.dashscope.protocol.ApiServiceOption;
import com.alibaba.dashscope.protocol.HalfDuplexRequest;
import com.alibaba.dashscope.protocol.HttpMethod;
import com.alibaba.dashscope.protocol.Protocol;
import com.alibaba.dashscope.protocol.StreamingMode;
import com.alibaba.dashscope.protocol.okhttp.OkHttpHttpClient;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import okhttp3.Dispatcher;
import studio.mofang.server.model.ModelFailure.Kind;

/// Alibaba's DashScope through its SDK. The SDK's own `Generation` keeps its HTTP client to itself, and disposing its
/// stream lets the call run on, and the tokens be billed; so the SDK's request, transport and result are used with a
/// client of ours, whose dispatcher belongs to this one call and really ends it.
final class DashScopeText implements TextModel {
    private final Endpoint endpoint;

    DashScopeText(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Written write(Order order, Consumer<String> onText, Cancellation cancellation) {
        var transcript = new Transcript(onText);
        var ended = new CompletableFuture<Boolean>();
        var calls = new Dispatcher(CallThreads.reporting(error -> ended.completeExceptionally(broken(error))));
        cancellation.onCancel(() -> {
            ended.completeExceptionally(new ModelFailure(Kind.CANCELLED, "dashscope"));
            calls.cancelAll();
        });
        try {
            start(order, calls, transcript, ended);
            await(order, ended);
        } finally {
            ended.complete(false);
            calls.cancelAll();
        }
        return transcript.written();
    }

    private void start(Order order, Dispatcher calls, Transcript transcript, CompletableFuture<Boolean> ended) {
        try {
            var _ = new OkHttpHttpClient(PlainAnswers.client(endpoint.http(), calls))
                    .streamOut(new HalfDuplexRequest(parameters(order), service()))
                    .map(GenerationResult::fromDashScopeResult)
                    .filter(_ -> !ended.isDone())
                    .subscribe(
                            result -> take(result, transcript),
                            ended::completeExceptionally,
                            () -> ended.complete(true));
        } catch (NoApiKeyException e) {
            throw new ModelFailure(Kind.NO_KEY, "dashscope", e);
        }
    }

    private void await(Order order, CompletableFuture<Boolean> ended) {
        try {
            ended.get(order.deadline().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new ModelFailure(Kind.TIMED_OUT, "no end within " + order.deadline(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelFailure(Kind.INTERRUPTED, "dashscope", e);
        } catch (ExecutionException e) {
            throw DashScopeErrors.failure(endpoint, e.getCause() == null ? e : e.getCause());
        }
    }

    /// The SDK reads the body of a stream that broke once more, to find an error in it, and falls over the closed body.
    private static ModelFailure broken(Throwable error) {
        return new ModelFailure(Kind.CUT, "the connection broke", error);
    }

    private static void take(GenerationResult result, Transcript transcript) {
        var usage = result.getUsage();
        if (usage != null) {
            transcript.usage(usage.getInputTokens(), usage.getOutputTokens());
        }
        var output = result.getOutput();
        if (output == null || output.getChoices() == null || output.getChoices().isEmpty()) {
            return;
        }
        var choice = output.getChoices().getFirst();
        if (choice.getMessage() != null && choice.getMessage().getContent() != null) {
            transcript.add(choice.getMessage().getContent());
        }
        transcript.finish(choice.getFinishReason());
    }

    private GenerationParam parameters(Order order) {
        var parameters = GenerationParam.builder()
                .apiKey(endpoint.key())
                .model(endpoint.modelName())
                .messages(List.of(
                        message(Role.SYSTEM, order.prompt().system()),
                        message(Role.USER, order.prompt().user())))
                .resultFormat(GenerationParam.ResultFormat.MESSAGE)
                .incrementalOutput(true);
        endpoint.decimal("temperature").map(Double::floatValue).ifPresent(parameters::temperature);
        endpoint.decimal("top_p").ifPresent(parameters::topP);
        endpoint.whole("top_k").ifPresent(parameters::topK);
        endpoint.whole("max_tokens").ifPresent(parameters::maxTokens);
        endpoint.whole("seed").ifPresent(parameters::seed);
        endpoint.whole("thinking_budget").ifPresent(parameters::thinkingBudget);
        endpoint.setting("enable_search", Boolean.class).ifPresent(parameters::enableSearch);
        endpoint.setting("enable_thinking", Boolean.class).ifPresent(parameters::enableThinking);
        return parameters.build();
    }

    private ApiServiceOption service() {
        return ApiServiceOption.builder()
                .protocol(Protocol.HTTP)
                .httpMethod(HttpMethod.POST)
                .streamingMode(StreamingMode.OUT)
                .outputMode(OutputMode.ACCUMULATE)
                .taskGroup(TaskGroup.AIGC.getValue())
                .task(Task.TEXT_GENERATION.getValue())
                .function(Function.GENERATION.getValue())
                .isSSE(true)
                .baseHttpUrl(endpoint.base().toString())
                .build();
    }

    private static Message message(Role role, String content) {
        return Message.builder().role(role.getValue()).content(content).build();
    }
}
