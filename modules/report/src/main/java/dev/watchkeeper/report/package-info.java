/** Documents as data, and their PDF. */
@NullMarked
package dev.watchkeeper.report;

import org.jspecify.annotations.NullMarked;
