package dev.watchkeeper.lab.story;

/** Makes statements as long as real ones are. */
final class Filler {
    private Filler() {}

    /** The statement with a comment behind it that brings it up to about that size; as it is if it is larger. */
    static String fill(String statement, int bytes) {
        int missing = bytes - statement.length() - " /*  */".length();
        return missing <= 0
                ? statement
                : statement + " /* " + "made by the application's mapper ".repeat(missing / 33 + 1) + "*/";
    }
}
