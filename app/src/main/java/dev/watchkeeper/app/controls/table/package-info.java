/** A table that stays calm while its data change. */
@NullMarked
package dev.watchkeeper.app.controls.table;

import org.jspecify.annotations.NullMarked;
