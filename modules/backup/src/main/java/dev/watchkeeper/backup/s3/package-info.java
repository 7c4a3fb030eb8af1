/** Buckets that the workstation reads by itself, with the keys that are set up there for aws. */
@NullMarked
package dev.watchkeeper.backup.s3;

import org.jspecify.annotations.NullMarked;
