package studio.mofang.server.model;

/// Gives the way to speak to a text model, by the protocol of its provider.
public final class TextModels {
    private TextModels() {}

    public static TextModel of(Endpoint endpoint) {
        return endpoint.dashscope() ? new DashScopeText(endpoint) : new OpenAiText(endpoint);
    }
}
