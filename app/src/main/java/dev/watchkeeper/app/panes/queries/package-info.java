/** What statements of a PostgreSQL server take over time, what changed, and the plans of each. */
@NullMarked
package dev.watchkeeper.app.panes.queries;

import org.jspecify.annotations.NullMarked;
