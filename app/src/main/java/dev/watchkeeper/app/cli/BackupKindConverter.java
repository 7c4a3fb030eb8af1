package dev.watchkeeper.app.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a kind of backup as it is typed, and proposes all of them. */
final class BackupKindConverter implements ITypeConverter<BackupKindWish>, Iterable<String> {
    @Override
    public BackupKindWish convert(String typed) {
        return Arrays.stream(BackupKindWish.values())
                .filter(kind -> kind.toString().equals(typed))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("there is no kind of backup " + typed + "; there are "
                        + names().collect(Collectors.joining(", "))));
    }

    private static Stream<String> names() {
        return Arrays.stream(BackupKindWish.values()).map(BackupKindWish::toString);
    }

    @Override
    public Iterator<String> iterator() {
        return names().iterator();
    }
}
