package dev.watchkeeper.app.cli;

import dev.watchkeeper.lab.LabPlan;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a major version of PostgreSQL that the lab has. */
final class MajorConverter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
        if (text.matches("\\d{1,3}")) {
            int major = Integer.parseInt(text);
            if (major >= LabPlan.OLDEST && major <= LabPlan.NEWEST) {
                return major;
            }
        }
        throw new TypeConversionException(
                "the lab has PostgreSQL " + LabPlan.OLDEST + " to " + LabPlan.NEWEST + ", not " + text);
    }
}
