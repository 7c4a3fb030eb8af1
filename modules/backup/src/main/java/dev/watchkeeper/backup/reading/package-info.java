/** What a source's script prints, and how it is taken apart: one round trip, whatever names and contents hold. */
@NullMarked
package dev.watchkeeper.backup.reading;

import org.jspecify.annotations.NullMarked;
