/** The lab itself, tried. */
@NullMarked
package dev.watchkeeper.lab;

import org.jspecify.annotations.NullMarked;
