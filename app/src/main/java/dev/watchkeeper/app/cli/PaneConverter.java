package dev.watchkeeper.app.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a pane's name. */
final class PaneConverter implements ITypeConverter<PaneOutput<?>> {
    @Override
    public PaneOutput<?> convert(String name) {
        return PaneOutputs.named(name)
                .orElseThrow(() -> new TypeConversionException(
                        "there is no pane '" + name + "', only " + String.join(", ", PaneOutputs.names())));
    }
}
