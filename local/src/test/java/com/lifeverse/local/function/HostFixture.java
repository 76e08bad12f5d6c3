package com.lifeverse.local.function;

import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Callers;
import com.lifeverse.local.kernel.Endpoints;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.platform.runtime.IdSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/** A function host with all that it needs around it. */
final class HostFixture implements AutoCloseable {
    static final Duration SHORT = Duration.ofMillis(300);

    final Agenda agenda;
    final Endpoints endpoints = new Endpoints();
    final RecordingClients clients = new RecordingClients();
    final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    final List<Throwable> failures = new CopyOnWriteArrayList<>();
    final FunctionHost host;

    HostFixture(Store store, Agenda agenda, Callers callers) {
        var made = new AtomicLong();
        IdSource ids = () -> IdSource.version7(agenda.millis(), 0, made.incrementAndGet());
        this.agenda = agenda;
        this.host = new FunctionHost(
                store,
                agenda,
                callers,
                endpoints,
                ids,
                caller -> clients,
                (function, line) -> lines.add(line),
                failures::add);
    }

    static HostFixture inRealTime(Callers callers) {
        return new HostFixture(Store.inMemory(), Agenda.real(failure -> {}), callers);
    }

    static FunctionSettings function(String name, Path code, Class<?> handler) {
        return function(name, code, handler, Map.of());
    }

    static FunctionSettings function(String name, Path code, Class<?> handler, Map<String, String> variables) {
        return new FunctionSettings(
                name,
                code,
                handler.getName(),
                "arn:aws:iam::111111111111:role/" + name,
                variables,
                Duration.ofSeconds(20),
                512,
                OptionalInt.empty(),
                Optional.empty());
    }

    String invoke(FunctionSettings function, String payload) {
        return host.invoke(Caller.unrestricted(), function.arn(), payload).payload();
    }

    @Override
    public void close() {
        host.close();
        agenda.close();
    }
}
