package dev.watchkeeper.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShellWordsTest {
    private static final List<String> ODD = List.of(
            "",
            "plain-1.2_x",
            "with blank",
            "it's",
            "'",
            "''",
            "a\"b",
            "line\nbreak",
            "\n",
            "semi;colon && rm -rf /",
            "$HOME `id` $(id) \\ \\\\ !!",
            "*?[a-z]{1,2}~",
            "-n",
            "=x",
            "x=y",
            "--format=custom",
            "ünï €uro 数据 עברית 😀",
            "tab\tand\rreturn",
            "#comment",
            "a%sb");

    @Test
    void theShellSeesEachWordAsItWas() throws Exception {
        String text = ODD.stream().map(ShellWords::quote).collect(Collectors.joining(" "));
        Ran ran = new LocalHost().run(Script.of("for one in " + text + "; do printf '%s\\0' \"$one\"; done"));
        assertThat(List.of(ran.text().split("\0", -1)).subList(0, ODD.size())).isEqualTo(ODD);
    }

    @Test
    void aNulCanBeInNoWord() {
        assertThatThrownBy(() -> ShellWords.quote("a\0b")).isInstanceOf(IllegalArgumentException.class);
    }
}
