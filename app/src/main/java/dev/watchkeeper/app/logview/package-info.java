/** A log's lines as they stand there, followed and searched. */
@NullMarked
package dev.watchkeeper.app.logview;

import org.jspecify.annotations.NullMarked;
