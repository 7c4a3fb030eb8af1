package dev.watchkeeper.app.robot;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.testfx.service.query.NodeQuery;

/** A query of TestFX, each step of which is made on the FX thread. */
final class FxQuery {
    private FxQuery() {}

    static NodeQuery of(Supplier<NodeQuery> made) {
        NodeQuery query = OnFx.read(made::get);
        return (NodeQuery) Proxy.newProxyInstance(
                FxQuery.class.getClassLoader(), new Class<?>[] {NodeQuery.class}, (proxy, method, arguments) -> {
                    Answer answer = OnFx.read(() -> {
                        try {
                            return new Answer(method.invoke(query, arguments), null);
                        } catch (InvocationTargetException e) {
                            return new Answer(null, e.getCause());
                        }
                    });
                    if (answer.failure() != null) {
                        throw answer.failure();
                    }
                    return answer.value() instanceof NodeQuery next ? of(() -> next) : answer.value();
                });
    }

    private record Answer(@Nullable Object value, @Nullable Throwable failure) {}
}
