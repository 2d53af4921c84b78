/// The AI models: which there are, where their keys are, and how a text is asked of each provider.
@NullMarked
package studio.mofang.server.model;

import org.jspecify.annotations.NullMarked;
