/** What the server's log tells, beside the queries: grouped, on a closer look, and logging more of it. */
@NullMarked
package dev.watchkeeper.app.panes.queries.log;

import org.jspecify.annotations.NullMarked;
