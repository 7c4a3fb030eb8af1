/** Where passwords come from, except from libpq's places. */
@NullMarked
package dev.watchkeeper.workspace.secrets;

import org.jspecify.annotations.NullMarked;
