/** Tests of settings that are changed while the server runs. */
@NullMarked
package dev.watchkeeper.redis.settings;

import org.jspecify.annotations.NullMarked;
