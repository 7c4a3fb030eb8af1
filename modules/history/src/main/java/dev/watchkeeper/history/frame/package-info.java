/** What is kept of one moment of one server, packed into one row, in steps that get coarser with age. */
@NullMarked
package dev.watchkeeper.history.frame;

import org.jspecify.annotations.NullMarked;
