package dev.watchkeeper.app.overtime;

import dev.watchkeeper.app.controls.chart.Ink;
import java.util.ArrayList;
import java.util.List;

/** Which colour a name has: it keeps it as long as it is drawn, whatever else comes and goes. Used by one thread at a time. */
final class Places {
    private static final String FREE = "";

    private final List<String> names = new ArrayList<>();

    /** Says what is drawn now; what is not any more makes room. */
    void drawn(List<String> wanted) {
        names.replaceAll(name -> wanted.contains(name) ? name : FREE);
        for (String name : wanted) {
            if (!names.contains(name)) {
                int free = names.indexOf(FREE);
                if (free < 0) {
                    names.add(name);
                } else {
                    names.set(free, name);
                }
            }
        }
    }

    Ink ink(String name) {
        return Ink.layer(Math.max(0, names.indexOf(name)));
    }
}
