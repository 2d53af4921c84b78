package studio.mofang.server.slides;

import studio.mofang.core.deck.Deck;
import studio.mofang.server.model.Written;

/// A deck that has been thought out, and what the model told of its work.
record Draft(Deck deck, Written written) {}
