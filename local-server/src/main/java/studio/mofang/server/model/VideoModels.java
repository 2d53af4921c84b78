package studio.mofang.server.model;

import studio.mofang.server.model.ModelFailure.Kind;

/// Gives the way to speak to a video model, by the protocol of its provider.
public final class VideoModels {
    private VideoModels() {}

    /// Throws ModelFailure for a provider whose videos nobody here knows how to ask for: OpenAI's kin have
    /// no common way.
    public static VideoModel of(Endpoint endpoint) {
        if (!endpoint.dashscope()) {
            throw new ModelFailure(
                    Kind.REFUSED, "no way to ask " + endpoint.provider().name() + " for a video");
        }
        return new DashScopeVideo(endpoint);
    }
}
