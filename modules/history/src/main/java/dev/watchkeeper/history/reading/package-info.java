/** What charts and tables show, made of frames. */
@NullMarked
package dev.watchkeeper.history.reading;

import org.jspecify.annotations.NullMarked;
