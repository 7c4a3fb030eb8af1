/** What a query console keeps: what was run, what stands in its editors, statements somebody saved. */
@NullMarked
package dev.watchkeeper.workspace.console;

import org.jspecify.annotations.NullMarked;
