package com.lifeverse.local.function.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds a function's code in the assembly: templates name it by its content's hash, the asset manifest says where it is. */
final class CodeAsset {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CodeAsset() {}

    static Path of(Declaration declaration, DeclaredProperties properties) {
        var key = properties.node("Code").path("S3Key").asText();
        if (key.isEmpty()) {
            throw properties.refusal("Code", "only an asset named by S3Key is");
        }
        var hash = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
        var manifest = declaration.assembly().resolve(declaration.stack() + ".assets.json");
        var source = read(manifest).path("files").path(hash).path("source").path("path");
        if (!source.isTextual()) {
            throw properties.refusal("Code", manifest.getFileName() + " lists no asset " + hash);
        }
        var path = manifest.resolveSibling(source.asText()).normalize();
        if (!Files.exists(path)) {
            throw properties.refusal("Code", "there is nothing at " + path);
        }
        return path;
    }

    private static JsonNode read(Path manifest) {
        try {
            return JSON.readTree(manifest.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the asset manifest " + manifest, e);
        }
    }
}
