package dev.watchkeeper.app.controls.result;

/**
 * A column of a result.
 *
 * @param name as the server calls it; several may be called the same
 * @param type the server's word for it: {@code int4}
 * @param right whether its values are numbers, which stand at the right
 * @param json whether its values are to be shown indented where there is room
 */
public record ResultColumn(String name, String type, boolean right, boolean json) {}
