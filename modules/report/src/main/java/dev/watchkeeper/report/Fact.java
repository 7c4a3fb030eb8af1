package dev.watchkeeper.report;

/** One thing that is known: {@code Holds: AccessShare on invoices}. */
public record Fact(String label, String value, Tone tone) {
    public Fact(String label, String value) {
        this(label, value, Tone.PLAIN);
    }
}
