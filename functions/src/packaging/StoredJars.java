import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Writes the jars of a directory anew with the same entries in the same order, none of them compressed. Lambda gets all of it in one
 * archive, which is compressed once more: what is not packed yet shares what a jar's classes have in common, and packs a third smaller.
 * The same jars give the same bytes. Run by the build, from its source: java StoredJars.java DIRECTORY
 */
public final class StoredJars {
    /** The archive's time is nobody's business, and must not differ from build to build. */
    private static final LocalDateTime WHENEVER = LocalDateTime.of(2020, 1, 1, 0, 0);

    private StoredJars() {}

    public static void main(String[] arguments) throws IOException {
        try (var files = Files.list(Path.of(arguments[0]))) {
            files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(StoredJars::store);
        }
    }

    private static void store(Path jar) {
        var stored = jar.resolveSibling(jar.getFileName() + ".stored");
        try {
            try (var in = new ZipInputStream(Files.newInputStream(jar));
                    var out = new ZipOutputStream(Files.newOutputStream(stored))) {
                for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    if (!entry.isDirectory()) {
                        var content = in.readAllBytes();
                        out.putNextEntry(uncompressed(entry.getName(), content));
                        out.write(content);
                        out.closeEntry();
                    }
                }
            }
            Files.move(stored, jar, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(jar.toString(), e);
        }
    }

    private static ZipEntry uncompressed(String name, byte[] content) {
        var sum = new CRC32();
        sum.update(content);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        entry.setTimeLocal(WHENEVER);
        return entry;
    }
}
