package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.reports.Origin;
import dev.watchkeeper.app.reports.Records;
import dev.watchkeeper.kernel.poll.Probe;
import dev.watchkeeper.kernel.poll.Snapshot;
import dev.watchkeeper.postgres.connect.PostgresServer;
import dev.watchkeeper.report.Document;

/** How what one pane shows leaves the console, whichever face asks for it. */
interface PaneOutput<S> {
    /** As the command line calls it: {@code sessions}. */
    String name();

    /** The question that it asks. */
    Probe<S> probe(PostgresServer server);

    /** What is the matter, in one sentence. */
    String sentence(Snapshot<S> snapshot);

    /** As data. */
    Records records(Snapshot<S> snapshot);

    /** As a table to be read on a terminal. */
    Sheet sheet(Snapshot<S> snapshot);

    /** As a document for the ticket. */
    Document document(Snapshot<S> snapshot, Origin origin);
}
