package dev.watchkeeper.app.overtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class ReadingTest {
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final List<String> read = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();
    private final Reading<String, String> reading =
            new Reading<>(this::answer, shown::add, background::add, Runnable::run);

    private String answer(String question) {
        read.add(question);
        if (question.equals("broken")) {
            throw new IllegalStateException(question);
        }
        return question.toUpperCase(Locale.ROOT);
    }

    private void work() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    @Test
    void ofWhatIsAskedMeanwhileTheNewestAloneIsRead() {
        List.of("a", "b", "c", "d").forEach(reading::ask);
        assertThat(background).as("one at a time").hasSize(1);
        work();
        assertThat(read).containsExactly("a", "d");
        assertThat(shown).containsExactly("A", "D");
        reading.ask("e");
        work();
        assertThat(shown).containsExactly("A", "D", "E");
    }

    @Test
    void whatWasNotBegunIsForgotten() {
        reading.ask("a");
        reading.ask("b");
        reading.stop();
        work();
        assertThat(read).containsExactly("a");
    }

    @Test
    void afterTheEndNothingIsShownAndNothingBreaks() {
        reading.ask("a");
        reading.end();
        work();
        assertThat(shown).isEmpty();
        reading.ask("broken");
        work();
        assertThat(read).containsExactly("a", "broken");
    }

    @Test
    void aReaderThatBreaksDoesNotEndIt() {
        reading.ask("broken");
        assertThatThrownBy(this::work).isInstanceOf(IllegalStateException.class);
        reading.ask("a");
        work();
        assertThat(shown).containsExactly("A");
    }
}
