package com.lifeverse.local.assembly.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
class AssemblyTest {
    private static final Path STAGED = Path.of("src/test/resources/assemblies/staged");

    @Test
    void stacksOfAStageAreFoundInItsOwnAssembly() {
        var stack = Assembly.in(STAGED).stacks().getFirst();

        assertThat(stack.name()).isEqualTo("dev-events");
        assertThat(stack.assembly()).isEqualTo(STAGED.resolve("assembly-dev"));
    }

    @Test
    void anAssetIsFoundByItsHashWhateverExtensionTheTemplatePuts() {
        var assets = Assets.of(STAGED.resolve("assembly-dev"));

        assertThat(assets.at("a1b2.zip")).isEqualTo(STAGED.resolve("asset.a1b2"));
        assertThat(assets.at("a1b2")).isEqualTo(STAGED.resolve("asset.a1b2"));
    }

    @Test
    void anAssetThatNoManifestListsIsAnError() {
        assertThatThrownBy(() -> Assets.of(STAGED.resolve("assembly-dev")).at("c3d4.zip"))
                .isInstanceOf(TemplateError.class)
                .hasMessageContaining("c3d4.zip");
    }

    @Test
    void anAssetThatIsListedAndNotThereIsAnError() {
        assertThatThrownBy(() -> Assets.of(STAGED.resolve("assembly-dev")).at("b2c3.zip"))
                .isInstanceOf(TemplateError.class)
                .hasMessageContaining("asset.b2c3");
    }

    @Test
    void aDirectoryWithoutManifestIsNoAssembly() {
        assertThatThrownBy(() -> Assembly.in(Path.of("src")))
                .isInstanceOf(TemplateError.class)
                .hasMessageContaining("manifest.json");
    }
}
