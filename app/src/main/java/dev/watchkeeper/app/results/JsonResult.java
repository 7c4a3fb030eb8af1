package dev.watchkeeper.app.results;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.watchkeeper.postgres.console.Column;
import dev.watchkeeper.postgres.console.Row;
import dev.watchkeeper.postgres.console.ValueKind;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers stay numbers as the server printed them, of any size; {@code NaN} and {@code Infinity}, which JSON has no numbers
 * for, are texts; what is JSON already is taken in as it is. Columns of the same name get a number behind it.
 */
final class JsonResult implements ResultWriter {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

    private final Writer out;
    private final JsonGenerator json;
    private final List<ValueKind> kinds;
    private final List<String> names;
    private final boolean array;
    private boolean first = true;

    JsonResult(Writer out, List<Column> columns, boolean array) throws IOException {
        this.out = out;
        this.json = JSON.createGenerator(out).setRootValueSeparator(null);
        this.kinds = columns.stream().map(Column::kind).toList();
        this.names = distinct(columns);
        this.array = array;
        if (array) {
            out.write("[");
        }
    }

    @Override
    public void row(Row row) throws IOException {
        if (array) {
            out.write(first ? "\n" : ",\n");
        }
        first = false;
        json.writeStartObject();
        for (int i = 0; i < names.size(); i++) {
            json.writeFieldName(names.get(i));
            value(kinds.get(i), row.value(i));
        }
        json.writeEndObject();
        json.flush();
        if (!array) {
            out.write("\n");
        }
    }

    private void value(ValueKind kind, @Nullable String value) throws IOException {
        if (value == null) {
            json.writeNull();
            return;
        }
        switch (kind) {
            case NUMBER -> {
                if (NUMBER.matcher(value).matches()) {
                    json.writeNumber(value);
                } else {
                    json.writeString(value);
                }
            }
            case BOOLEAN -> json.writeBoolean(value.equals("t"));
            case JSON -> json.writeRawValue(value);
            case TEXT -> json.writeString(value);
        }
    }

    @Override
    public void end() throws IOException {
        if (array) {
            out.write(first ? "]\n" : "\n]\n");
        }
    }

    private static List<String> distinct(List<Column> columns) {
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Column column : columns) {
            String name = column.name();
            for (int i = 2; !taken.add(name); i++) {
                name = column.name() + "_" + i;
            }
            names.add(name);
        }
        return names;
    }
}
