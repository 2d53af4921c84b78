package studio.mofang.desktop.making;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.mofang.client.ApiException;
import studio.mofang.core.AiModels.Model;
import studio.mofang.core.Credits.Balance;
import studio.mofang.core.Fault;
import studio.mofang.desktop.kit.Backend;
import studio.mofang.desktop.kit.Background;
import studio.mofang.desktop.kit.Preferences;

/// Who can make what a pane makes, who of them is chosen, and what that costs. The choice is remembered; until there is
/// one, the first model that has a key makes it, and without any this machine.
public final class MakersModel {
    /// The server's word for what goes on without it.
    private static final String GOES_ON = "goes_on";

    private final ObservableList<Maker> makers = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Maker> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Cost> cost = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Exception> failure = new SimpleObjectProperty<>();
    private final Kind kind;
    private final Background background;
    private final Backend backend;
    private final Preferences preferences;
    private @Nullable Balance balance;

    private record Known(List<Model> models, Balance balance) {}

    public MakersModel(Kind kind, Background background, Backend backend, Preferences preferences) {
        this.kind = kind;
        this.background = background;
        this.backend = backend;
        this.preferences = preferences;
    }

    public Kind kind() {
        return kind;
    }

    /// The models in the server's order, also those without a key, and this machine last; empty until they are known.
    public ObservableList<Maker> makers() {
        return makers;
    }

    /// Absent until the makers are known.
    public ReadOnlyObjectProperty<@Nullable Maker> chosenProperty() {
        return chosen;
    }

    /// What the chosen one costs; absent until it is known.
    public ReadOnlyObjectProperty<@Nullable Cost> costProperty() {
        return cost;
    }

    /// Why the makers could not be asked for.
    public ReadOnlyObjectProperty<@Nullable Exception> failureProperty() {
        return failure;
    }

    /// Whether any model could be called.
    public boolean anyAi() {
        return makers.stream().anyMatch(maker -> maker instanceof Maker.Ai && maker.usable());
    }

    public void choose(Maker maker) {
        preferences.keep(remembered(), maker.tag());
        chosen.set(maker);
        price();
    }

    /// What may help after `problem`, beside trying again.
    public Remedy remedy(Exception problem) {
        if (problem instanceof ApiException refusal
                && refusal.reason().filter(GOES_ON::equals).isPresent()) {
            return Remedy.WAIT;
        }
        if (!(problem instanceof ApiException refusal) || chosen.get() instanceof Maker.Machine) {
            return Remedy.NONE;
        }
        if (refusal.is(Fault.INSUFFICIENT_CREDITS) || refusal.is(Fault.MEMBERSHIP_EXPIRED)) {
            return Remedy.RECHARGE;
        }
        var model = refusal.is(Fault.AI_CALL_FAILED) || refusal.is(Fault.NEEDS_NETWORK);
        return model || refusal.is(Fault.GENERATION_FAILED) ? Remedy.WITHOUT_AI : Remedy.NONE;
    }

    /// Keys are put in, credits are spent and memberships end elsewhere.
    public void refresh() {
        background.run(
                () -> new Known(
                        backend.api().models().models(), backend.api().credits().balance()),
                this::show,
                failure::set);
    }

    private void show(Known known) {
        failure.set(null);
        balance = known.balance();
        makers.setAll(makers(known.models()));
        chosen.set(kept().orElseGet(this::first));
        price();
    }

    private List<Maker> makers(List<Model> models) {
        var all = new ArrayList<Maker>(
                of(models, kind.word()).map(model -> new Maker.Ai(model, true)).toList());
        if (all.stream().noneMatch(Maker::usable)) {
            kind.standIn()
                    .flatMap(other -> of(models, other).filter(Model::hasKey).findFirst())
                    .ifPresent(model -> all.add(new Maker.Ai(model, false)));
        }
        all.add(new Maker.Machine());
        return all;
    }

    private static Stream<Model> of(List<Model> models, String kind) {
        return models.stream().filter(model -> model.isActive() && model.kind().equals(kind));
    }

    private Optional<Maker> kept() {
        return preferences
                .value(remembered())
                .flatMap(tag -> makers.stream()
                        .filter(Maker::usable)
                        .filter(maker -> maker.tag().equals(tag))
                        .findFirst());
    }

    private Maker first() {
        return makers.stream().filter(Maker::usable).findFirst().orElseThrow();
    }

    private String remembered() {
        return "model." + kind.word();
    }

    private void price() {
        var maker = chosen.get();
        var known = balance;
        cost.set(maker == null || known == null ? null : Cost.of(maker, known));
    }
}
