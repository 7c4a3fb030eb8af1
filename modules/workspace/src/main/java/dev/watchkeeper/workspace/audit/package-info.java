/** The audit log on disk. */
@NullMarked
package dev.watchkeeper.workspace.audit;

import org.jspecify.annotations.NullMarked;
