/** What leaves the console: the panes' snapshots as rows of data, as tables of text, and as documents. */
@NullMarked
package dev.watchkeeper.app.reports;

import org.jspecify.annotations.NullMarked;
