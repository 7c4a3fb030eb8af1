package dev.watchkeeper.app.cli;

import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a pane's name, and tells which there are. */
final class PaneConverter implements ITypeConverter<String>, Iterable<String> {
    @Override
    public String convert(String name) {
        if (!PaneOutputs.names().contains(name)) {
            throw new TypeConversionException(
                    "there is no pane '" + name + "', only " + String.join(", ", PaneOutputs.names()));
        }
        return name;
    }

    @Override
    public Iterator<String> iterator() {
        return PaneOutputs.names().iterator();
    }
}
