package dev.watchkeeper.backup.reading;

/** How one source is read: what its host is asked, and what the answer means. */
public interface SourceReader {
    /** The question. It changes nothing on the host. */
    SectionScript script();

    /**
     * The answer. Never fails: what can't be understood is {@link SourceReading#trouble}, or the error of a backup.
     *
     * @param clock of the host
     */
    SourceReading read(Sections sections, HostClock clock);
}
