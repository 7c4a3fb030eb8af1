/** What was done, by whom, and what became of it. */
@NullMarked
package dev.watchkeeper.app.panes.audit;

import org.jspecify.annotations.NullMarked;
