package com.lifeverse.local.assembly.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files and directories that templates name by their content's hash, such as the code of functions. */
public final class Assets {
    private final Path assembly;
    private final Map<String, Path> byHash = new LinkedHashMap<>();

    private Assets(Path assembly) {
        this.assembly = assembly;
    }

    /** The assets that the manifests in {@code assembly} list: {@link Stack#assembly()} of the stack that names them. */
    public static Assets of(Path assembly) {
        var assets = new Assets(assembly);
        try (var manifests = Files.newDirectoryStream(assembly, "*.assets.json")) {
            manifests.forEach(assets::add);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the asset manifests of " + assembly, e);
        }
        return assets;
    }

    /**
     * The asset on disk.
     *
     * @param objectKey the hash, with or without the extension that templates put behind it
     * @throws TemplateError if no manifest lists it, or if it is not where the manifest says
     */
    public Path at(String objectKey) {
        int dot = objectKey.indexOf('.');
        var path = byHash.get(dot < 0 ? objectKey : objectKey.substring(0, dot));
        if (path == null) {
            throw new TemplateError("No asset manifest in %s lists %s".formatted(assembly, objectKey));
        }
        if (!Files.exists(path)) {
            throw new TemplateError("The asset %s is not at %s".formatted(objectKey, path));
        }
        return path;
    }

    private void add(Path manifest) {
        Assembly.read(manifest)
                .path("files")
                .properties()
                .forEach(file -> byHash.put(
                        file.getKey(),
                        assembly.resolve(file.getValue()
                                        .path("source")
                                        .path("path")
                                        .asText())
                                .normalize()));
    }
}
