/** What the console keeps in its home folder. */
@NullMarked
package dev.watchkeeper.workspace;

import org.jspecify.annotations.NullMarked;
