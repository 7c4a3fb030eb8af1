/** Results of statements on their way out: CSV, JSON, inserts, Markdown, row by row. */
@NullMarked
package dev.watchkeeper.app.results;

import org.jspecify.annotations.NullMarked;
