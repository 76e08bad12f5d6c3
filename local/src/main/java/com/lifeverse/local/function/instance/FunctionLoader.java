package com.lifeverse.local.function.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The classes of one function, apart from everybody else's. Only what both sides must agree on comes from the stack: the
 * JDK, the AWS SDK's interfaces with what they expose, Lambda's interfaces and the runtime record. What writes lines is the stack's
 * as well: it takes half a second to get ready, which on Lambda each instance pays once, and here each function at each start would.
 * All else, even a library that the stack happens to use too, is the function's own copy.
 */
public final class FunctionLoader extends URLClassLoader {
    private static final List<String> SHARED = List.of(
            "software.amazon.awssdk.",
            "org.reactivestreams.",
            "com.amazonaws.services.lambda.runtime.",
            "com.lifeverse.platform.runtime.",
            "org.slf4j.",
            "org.apache.logging.",
            "software.amazon.lambda.powertools.",
            "software.amazon.cloudwatchlogs.emf.");

    private static final String PROVIDERS = "META-INF/services/";

    private final ClassLoader stack;

    private FunctionLoader(String name, URL[] classPath) {
        super(name, classPath, ClassLoader.getPlatformClassLoader());
        this.stack = FunctionLoader.class.getClassLoader();
    }

    /** Loads from {@code code}: a directory with classes at its top and jars in its {@code lib}, or one archive. */
    public static FunctionLoader of(String function, Path code) {
        return new FunctionLoader(function, classPath(code).toArray(URL[]::new));
    }

    /** As {@link #of(String, Path)}, for classes that several functions share. */
    public static FunctionLoader of(Path code) {
        return of(code.getFileName().toString(), code);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (SHARED.stream().anyMatch(name::startsWith)) {
            try {
                return stack.loadClass(name);
            } catch (ClassNotFoundException absentHere) {
                // Such as an SDK module that only the function brings along.
                return super.loadClass(name, resolve);
            }
        }
        return super.loadClass(name, resolve);
    }

    @Override
    public @Nullable URL getResource(String name) {
        var own = super.getResource(name);
        return own == null && isShared(name) ? stack.getResource(name) : own;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return isShared(name) ? stack.getResources(name) : super.getResources(name);
    }

    private static boolean isShared(String resource) {
        // Who implements a shared interface is shared too.
        var dotted = resource.replace(PROVIDERS, "").replace('/', '.');
        return SHARED.stream().anyMatch(dotted::startsWith);
    }

    private static List<URL> classPath(Path code) {
        var urls = new ArrayList<URL>();
        urls.add(url(code));
        var libraries = code.resolve("lib");
        if (Files.isDirectory(libraries)) {
            try (Stream<Path> jars = Files.list(libraries)) {
                jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().forEach(jar -> urls.add(url(jar)));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot list the libraries of " + code, e);
            }
        }
        return urls;
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException("Cannot load code from " + file, e);
        }
    }
}
